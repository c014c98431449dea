import { createRequire } from 'node:module';
import { serveCpi } from '@bosh6/cpi-protocol';
import { cpiOf } from './cpi-of.js';
import { usage } from './usage.js';

const [word] = process.argv.slice(2);
if (word === '--help' || word === '-h') process.stdout.write(usage);
else if (word === '--version') process.stdout.write(`version ${createRequire(import.meta.url)('../package.json').version}\n`);
else {
  const cpi = cpiOf(word);
  await serveCpi(cpi.make, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
  await cpi.close();
}
