import { CodedError } from '@bosh6/base';
import type { DiskCid, VmCid } from '@bosh6/cpi-protocol';
import type { CpiSession } from '../cpi/cpi-session.js';
import type { Scope } from '../engine/scope.js';
import { inFlight } from '../tasks/in-flight.js';
import type { Records } from './records.js';

/** What the CPIs say that there is. */
export interface Infrastructure {
  /** With their attached disks; undefined where the CPI does not tell. */
  readonly vms: Map<string, readonly string[] | undefined>;
  readonly disks: Set<string>;
  /** CPIs that could not be asked, each with why: what is theirs is not judged. */
  readonly silent: Map<string, string>;
  /** CPIs that only answer for what they are asked about: what nobody knows of stays hidden there. */
  readonly shortSighted: Set<string>;
}

/** A CPI executable is a process for each call. */
const callsAtOnce = 4;

/** Asks every CPI that has or had something: one that has the capability `inventory` once, another for each VM and disk that the database knows. */
export async function lookAround(scope: Scope, records: Records): Promise<Infrastructure> {
  const { vms, orphanedVms, disks, orphanDisks, dynamicDisks } = records;
  const rows = [...vms, ...orphanedVms, ...disks, ...orphanDisks, ...dynamicDisks];
  const known = await scope.collaborators.cpis.known();
  const names = new Set([...known.map(({ name }) => name), ...rows.map(({ cpi }) => cpi)]);
  const found: Infrastructure = { vms: new Map(), disks: new Set(), silent: new Map(), shortSighted: new Set() };
  for (const name of names) {
    scope.task.throwIfCancelled();
    const cpi = scope.cpi(name);
    try {
      const { capabilities } = await cpi.info();
      if (capabilities?.inventory === true) {
        const { vms: there, disks: kept } = await cpi.call('inventory', []);
        for (const vm of there) found.vms.set(vm.cid, vm.disks);
        for (const cid of kept) found.disks.add(cid);
      } else {
        found.shortSighted.add(name);
        await askOneByOne(scope, cpi, records, found);
      }
    } catch (error) {
      scope.task.throwIfCancelled();
      found.silent.set(name, CodedError.is(error) ? error.message : String(error));
    }
  }
  return found;
}

async function askOneByOne(scope: Scope, cpi: CpiSession, records: Records, found: Infrastructure): Promise<void> {
  const mine = <T extends { cpi: string; cid: string | null }>(rows: readonly T[]): string[] =>
    rows.flatMap((row) => (row.cpi === cpi.name && row.cid !== null ? [row.cid] : []));
  await inFlight([...mine(records.vms), ...mine(records.orphanedVms)], callsAtOnce, scope.task, async (cid) => {
    if (await cpi.call('hasVm', [cid as VmCid])) found.vms.set(cid, await disksOf(cpi, cid as VmCid));
  });
  const { disks, orphanDisks, dynamicDisks } = records;
  await inFlight([...mine(disks), ...mine(orphanDisks), ...mine(dynamicDisks)], callsAtOnce, scope.task, async (cid) => {
    if (await cpi.call('hasDisk', [cid as DiskCid])) found.disks.add(cid);
  });
}

async function disksOf(cpi: CpiSession, vm: VmCid): Promise<string[] | undefined> {
  try {
    return await cpi.call('getDisks', [vm]);
  } catch (error) {
    if (CodedError.is(error, 'NotImplemented') || CodedError.is(error, 'NotSupported')) return undefined;
    throw error;
  }
}
