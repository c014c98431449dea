import { join } from 'node:path';
import { hasNatsServer, natsServer } from '../stack/nats-server.js';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';

/** What a process spent on a deploy. */
interface Cost {
  readonly cpuMs: number;
  readonly blockMs: number;
  readonly peakMegabytes: number;
}

/** What a first deploy of so many instances cost the Director, and a bare loop of the same bus requests, certificates and commits. */
export interface Created extends Cost {
  readonly peer: Cost;
}

/** 1,000 instances beside the Director's own broker; deployed once, for all benchmarks that speak of it. */
export const createdDeploy = once(() => create<Created>(1000, ['--bare']));

/** The same without the bare loop, as often as it is asked for. */
export const createdAgain = (): Promise<Cost> => create(1000, []);

/** Over a nats-server, which Directors of so many have (docs/adr/0021-memory-of-many-agents.md). */
export const createdOverNatsServer = (instances: number): Promise<Cost> => create(instances, ['--nats-server', natsServer]);

/** 10,000 of them; deployed once too. */
export const createdLarge = once(() => createdOverNatsServer(10_000));

/** Why there is no large deploy here. */
export const largeMissing = async (): Promise<string | undefined> => (hasNatsServer ? undefined : `there is no ${natsServer}`);

async function create<C extends Cost>(instances: number, options: readonly string[]): Promise<C> {
  const script = join(root, 'apps/director/dist/benchmark/create-deploy.js');
  const { code, stdout, stderr } = await run([process.execPath, script, String(instances), ...options]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as C;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
