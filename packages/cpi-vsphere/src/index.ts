export { readVsphereProperties, type VsphereProperties } from './properties/global-properties.js';
export { readIso } from './settings/read-iso.js';
