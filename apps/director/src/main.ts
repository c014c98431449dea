import { readFileSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const app = resolve(import.meta.dirname, '..');

// Before anything else is loaded, so that all of it starts from compiled code the next time.
const configFile = process.argv[2];
if (configFile !== undefined && !configFile.startsWith('--')) enableCompileCache(join(dirname(resolve(configFile)), 'compile-cache'));
const entry = bundleIsFresh() ? join(app, 'bundle', 'run.js') : join(app, 'dist', 'run.js');
const { run } = (await import(entry)) as typeof import('./run.js');
process.exitCode = await run(process.argv.slice(2));

/** The bundle is the same program, loaded faster; whoever compiled a part anew gets that part. */
function bundleIsFresh(): boolean {
  try {
    const { mtimeMs } = statSync(join(app, 'bundle', 'inputs.json'));
    const inputs = JSON.parse(readFileSync(join(app, 'bundle', 'inputs.json'), 'utf8')) as string[];
    return inputs.every((input) => statSync(join(app, input)).mtimeMs <= mtimeMs);
  } catch {
    return false;
  }
}
