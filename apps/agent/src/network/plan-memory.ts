import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readText } from '../state/json-file.js';
import type { NetworkPlan } from './plan.js';

/** On a file system that a boot empties. */
const path = '/run/bosh-agent/network-plan.json';

/** Whether this boot's interfaces were made by the same plan. */
export async function isLastPlan(plan: NetworkPlan): Promise<boolean> {
  return (await readText(path)) === JSON.stringify(plan);
}

/** Without the memory the next start is as the first one. */
export async function rememberPlan(plan: NetworkPlan): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
    .then(() => writeFile(path, JSON.stringify(plan)))
    .catch(() => undefined);
}
