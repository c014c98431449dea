export { daemon } from './daemon.js';
export { fail } from './errors.js';
