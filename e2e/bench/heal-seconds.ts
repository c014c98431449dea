import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { firstTable } from '../stack/tables-of.js';
import type { Benchmark } from './benchmark.js';
import { closeLiveStack, liveStack } from './live-stack.js';
import { nodeBinary } from './process-time.js';
import { missing } from './walkthrough-rounds.js';

/** Nobody is missed in the first 30 s of a Director. */
const graceMs = 35_000;
const mostMs = 120_000;

/** From SIGKILL of a VM with our agent until its instance runs on another VM, with the defaults. */
export const healSeconds: Benchmark = {
  name: 'heal.seconds',
  unit: 's',
  missing,
  async run() {
    const { state, url, ca, adminPassword, lab } = await liveStack();
    await pause(graceMs);
    const env = { ...process.env, BOSH_CONFIG: join(state, 'bench-config'), BOSH_ENVIRONMENT: url, BOSH_CA_CERT: ca };
    const logIn = await run([nodeBinary, cli, 'log-in'], { env, input: `admin\n${adminPassword}\n` });
    if (logIn.code !== 0) throw new Error(`log-in failed: ${logIn.stdout}${logIn.stderr}`);
    const [vm] = (await lab.status()).vms;
    if (vm?.pid === undefined) throw new Error('the walkthrough left no VM');
    const started = performance.now();
    process.kill(vm.pid, 'SIGKILL');
    while (performance.now() - started < mostMs) {
      const { stdout } = await run([nodeBinary, cli, '-d', 'nginx', '--json', 'instances', '--details'], { env });
      const [row] = firstTable(stdout);
      if (row?.vm_cid !== vm.cid && row?.process_state === 'running') return { value: (performance.now() - started) / 1000 };
      await pause(50);
    }
    throw new Error(`the instance does not run on another VM after ${mostMs / 1000} s`);
  },
  close: closeLiveStack,
};
