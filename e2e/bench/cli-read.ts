import { join } from 'node:path';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Benchmark } from './benchmark.js';
import { interleaved } from './interleaved.js';
import { closeLiveStack, liveStack } from './live-stack.js';
import { emptyNode, millisecondsToRun, nodeBinary } from './process-time.js';
import { missing } from './walkthrough-rounds.js';

/** `instances` of the deployed nginx, from this host's terminal, logged in. */
export const cliRead: Benchmark = {
  name: 'cli.read',
  unit: 'ms',
  peer: 'node',
  missing,
  async run() {
    const { state, url, ca, adminPassword } = await liveStack();
    const env = { ...process.env, BOSH_CONFIG: join(state, 'bench-config'), BOSH_ENVIRONMENT: url, BOSH_CA_CERT: ca };
    const logIn = await run([nodeBinary, cli, 'log-in'], { env, input: `admin\n${adminPassword}\n` });
    if (logIn.code !== 0) throw new Error(`log-in failed: ${logIn.stdout}${logIn.stderr}`);
    const instances = millisecondsToRun([nodeBinary, cli, '-d', 'nginx', 'instances'], { env });
    return interleaved(instances, emptyNode, { rounds: 25, warmUp: 3 });
  },
  close: closeLiveStack,
};
