import { existsSync } from 'node:fs';
import { cli } from '../stack/paths.js';
import type { Benchmark } from './benchmark.js';
import { interleaved } from './interleaved.js';
import { emptyNode, millisecondsToRun, nodeBinary } from './process-time.js';

export const cliVersion: Benchmark = {
  name: 'cli.version',
  unit: 'ms',
  peer: 'node',
  missing: () => (existsSync(cli) ? undefined : `${cli} is not built`),
  run: () => interleaved(millisecondsToRun([nodeBinary, cli, '--version']), emptyNode, { rounds: 25, warmUp: 3 }),
};
