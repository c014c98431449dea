export { cpiOf } from './cpi-of.js';
