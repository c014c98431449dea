export { readVsphereProperties, type VsphereProperties, withCpiConfig } from './properties/index.js';
export { readIso } from './settings/read-iso.js';
export { createVsphereCpi, stemcellFormats } from './vsphere-cpi.js';
