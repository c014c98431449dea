export { type DirectorConfig, readConfig } from './core/config.js';
export { type Director, type DirectorOptions, startDirector } from './start-director.js';
