export { createLocalCpi, type LocalCpiProperties, stemcellFormats } from './local-cpi.js';
export { vmSettings } from './vm-settings.js';
