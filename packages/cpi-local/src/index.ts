export { createLocalCpi, type LocalCpiProperties } from './local-cpi.js';
