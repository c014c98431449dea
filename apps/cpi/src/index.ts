export { localCpiOf } from './local-cpi-of.js';
