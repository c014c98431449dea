export { readVsphereProperties, type VsphereProperties } from './global-properties.js';
export { withCpiConfig } from './with-cpi-config.js';
