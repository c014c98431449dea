import { daemon } from './daemon.js';

await daemon(process.argv.slice(2));
