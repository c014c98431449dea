export { createLocalCpi, type LocalCpiProperties, localCpiPropertiesSchema, stemcellFormats } from './local-cpi.js';
export { vmSettings } from './vm-settings.js';
