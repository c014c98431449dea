import { join } from 'node:path';
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

const created = new Map<number, Promise<Created>>();

/** Each number of instances is deployed once, for all benchmarks that speak of it. */
export function createdDeploy(instances: number): Promise<Created> {
  const known = created.get(instances) ?? create(instances);
  created.set(instances, known);
  return known;
}

async function create(instances: number): Promise<Created> {
  const script = join(root, 'apps/director/dist/benchmark/create-deploy.js');
  const { code, stdout, stderr } = await run([process.execPath, script, String(instances), '--bare']);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Created;
}
