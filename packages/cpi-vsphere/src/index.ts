export { readVsphereProperties, type VsphereProperties } from './properties/global-properties.js';
export { withCpiConfig } from './properties/with-cpi-config.js';
export { readIso } from './settings/read-iso.js';
export { createVsphereCpi, stemcellFormats } from './vsphere-cpi.js';
