import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeImage } from '@bosh6/cpi-vsphere/testing';
import { startVcsim, type Vcsim } from '../vcsim/start-vcsim.js';
import type { Benchmark } from './benchmark.js';
import { interleaved } from './interleaved.js';
import { vcsimMissing } from './vcsim-missing.js';
import type { Cost } from './vsphere-process.js';

interface Side {
  vcsim: Vcsim;
  child: ChildProcess;
}

let running: { home: Promise<string>; many: Promise<Side>; few: Promise<Side> } | undefined;

/** What one create_vm costs the process that makes it, in a vCenter with 2,000 VMs and in one with 10. */
export const vsphereInventoryFlatCpu = flat('cpu', 'ms', ({ cpuMs }) => cpuMs);
export const vsphereInventoryFlatBytes = flat('bytes', 'MB', ({ bytes }) => bytes / 1e6);

function flat(what: string, unit: Benchmark['unit'], of: (cost: Cost) => number): Benchmark {
  return {
    name: `vsphere.inventory.flat.${what}`,
    unit,
    peer: '10 VMs in the inventory',
    missing: vcsimMissing,
    async run() {
      running ??= start();
      const [many, few] = await Promise.all([running.many, running.few]);
      const cost = (side: Side) => async () => of(await makeVms(side));
      return interleaved(cost(many), cost(few), { rounds: 15, warmUp: 4 });
    },
    close: stop,
  };
}

function start(): NonNullable<typeof running> {
  const home = mkdtemp(join(tmpdir(), 'b6-bench-'));
  const image = home.then(async (folder) => {
    const path = join(folder, 'image');
    await writeImage(path);
    return path;
  });
  return { home, many: startSide(2000, image), few: startSide(10, image) };
}

async function startSide(vms: number, image: Promise<string>): Promise<Side> {
  const vcsim = await startVcsim({ user: 'bosh', password: 'right', datastores: 2, vms });
  const { url, ca } = vcsim;
  const child = fork(fileURLToPath(new URL('./vsphere-process.js', import.meta.url)), [await image, JSON.stringify({ url, ca })]);
  const side = { vcsim, child };
  try {
    await answer(child);
    return side;
  } catch (error) {
    await stopSide(side);
    throw error;
  }
}

async function makeVms({ child }: Side): Promise<Cost> {
  child.send(5);
  return (await answer(child)) as Cost;
}

/** Fails when the process ends instead; it says why on stderr. */
async function answer(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', ended).then(([message]) => message),
      once(child, 'exit', ended).then(() => {
        throw new Error('the process that makes VMs ended');
      }),
    ]);
  } finally {
    ended.abort();
  }
}

async function stop(): Promise<void> {
  if (running === undefined) return;
  const { home, many, few } = running;
  running = undefined;
  for (const side of await Promise.allSettled([many, few])) if (side.status === 'fulfilled') await stopSide(side.value);
  await rm(await home, { recursive: true });
}

async function stopSide({ child, vcsim }: Side): Promise<void> {
  if (child.connected) child.disconnect();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  await vcsim.stop();
}
