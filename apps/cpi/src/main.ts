import { serveCpi } from '@bosh6/cpi-protocol';
import { cpiOf } from './cpi-of.js';

// `node main.js [CONFIG.json]`: one CPI request on standard input, its response on standard output, as a stock Director calls a CPI
const cpi = cpiOf(process.argv[2]);
await serveCpi(cpi.make, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
await cpi.close();
