import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../errors.js';
import { run } from '../../processes/run.js';
import { readText } from '../../state/json-file.js';
import { ip, isEmpty } from '../ip-batch.js';
import { readKernel } from '../kernel-state.js';
import type { NetworkPlan, PlannedNic } from '../plan.js';
import { missing } from '../reconcile.js';
import type { NetworkBackend } from './backend.js';
import { ownFile, remove, writeIfOther } from './files.js';
import { networkdUnits } from './networkd-units.js';
import { settled } from './settled.js';
import { isOfOthers } from './unit-match.js';

const directory = '/etc/systemd/network';

/** systemd that knows SuppressInterfaceGroup; for an older one the agent adds those rules itself, which lasts until networkd is started again. */
const firstWithGroups = 250;

/** Files named as bosh-agent names them, so that an image's and an older agent's are the same files. */
export const networkd: NetworkBackend = {
  name: 'systemd-networkd',
  readsAdvertisements: true,
  realise: async (plan, lacking) => {
    const told = (await version()) < firstWithGroups ? withoutGroups(plan) : plan;
    const units = networkdUnits(told);
    let changed = await removeStale(units, plan.nics);
    for (const [name, text] of units) if (await writeIfOther(join(directory, name), text)) changed = true;
    if (!changed && isEmpty(lacking)) return;
    await follow(plan.nics.filter((nic) => !nic.untouched).map((nic) => nic.name));
    await settled(told, 'systemd-networkd');
    if (told !== plan) await ip(missing(plan, await readKernel()));
  },
};

async function version(): Promise<number> {
  const { stdout } = await run(['networkctl', '--version'], { timeoutMs: 10_000 }).catch(() => ({ stdout: '' }));
  return Number(/^systemd (\d+)/.exec(stdout)?.[1] ?? firstWithGroups);
}

function withoutGroups(plan: NetworkPlan): NetworkPlan {
  return { ...plan, rules: plan.rules.filter(({ suppressGroup }) => suppressGroup === undefined) };
}

/** An image's files for NICs that others configure stay. */
async function removeStale(units: ReadonlyMap<string, string>, nics: readonly PlannedNic[]): Promise<boolean> {
  let removed = false;
  for (const name of await readdir(directory).catch((): string[] => [])) {
    const path = join(directory, name);
    if (units.has(name) || !name.endsWith('.network')) continue;
    const text = (await readText(path)) ?? '';
    if (!text.startsWith(ownFile) && (!name.startsWith('10_') || isOfOthers(text, nics))) continue;
    await remove(path);
    removed = true;
  }
  return removed;
}

/** A restart is what every systemd can do; the gentler way needs 244, and the system's bus. */
async function follow(nics: readonly string[]): Promise<void> {
  const reloaded = await run(['networkctl', 'reload'], { timeoutMs: 30_000 }).catch(() => undefined);
  if (reloaded?.code === 0 && (await run(['networkctl', 'reconfigure', ...nics], { timeoutMs: 30_000 })).code === 0) return;
  const { code, stderr } = await run(['systemctl', 'restart', 'systemd-networkd'], { timeoutMs: 60_000 });
  if (code !== 0) throw fail('NetworkSetupFailed', `systemd-networkd does not take its files: ${(reloaded?.stderr ?? '') + stderr}`);
}
