import { enableCompileCache } from 'node:module';
import { dirname, join, resolve } from 'node:path';

// Before anything else is loaded, so that all of it starts from compiled code the next time.
const configFile = process.argv[2];
if (configFile !== undefined) enableCompileCache(join(dirname(resolve(configFile)), 'compile-cache'));
const { run } = await import('./run.js');
process.exitCode = await run(configFile);
