import { isJsonObject } from '@bosh6/base';
import { IpAddress, IpPrefix } from '@bosh6/ip';
import type { ReservationRow } from '../persistence/rows/index.js';
import { type Findings, finding } from './finding.js';
import { nameOf, type Records } from './records.js';

/** No address is two's, none is held by what is gone, and what a VM uses is held for it. */
export function* checkAddresses(records: Records): Findings {
  const { reservations, vms, vmsOf, orphanedVms, instances, intents, tasks } = records;
  const sorted = [...reservations].sort((a, b) => a.family - b.family || Buffer.compare(a.first, b.first));
  for (const [at, row] of sorted.slice(1).entries()) {
    const before = sorted[at];
    if (before === undefined || before.family !== row.family || Buffer.compare(before.last, row.first) < 0) continue;
    yield finding(
      'broken',
      'address_twice',
      textOf(row),
      `both ${before.owner} and ${row.owner} hold it`,
      'deploy one of them on another address',
    );
  }
  const ids = { vms: idsOf(vms), orphans: idsOf(orphanedVms) };
  const working = new Set([...idsOf(tasks), ...intents.flatMap(({ taskId, state }) => (state === 'open' ? [taskId] : []))]);
  for (const row of reservations) {
    const { instanceId, vmId, orphanedVmId, taskId, owner } = row;
    const isOwned = (id: number): boolean => instances.has(id) || vmsOf.has(id);
    const isHeld = instanceId !== null ? isOwned(instanceId) : orphanedVmId !== null ? ids.orphans.has(orphanedVmId) : working.has(taskId);
    const advice = 'restart the Director while no other one works: it frees what nobody has';
    if (!isHeld) yield finding('broken', 'address_leaked', textOf(row), `${owner}, which is gone, holds it`, advice);
    else if (vmId !== null && !ids.vms.has(vmId))
      yield finding('broken', 'address_leaked', textOf(row), `a VM of ${owner} that is gone holds it`, advice);
  }
  const ofInstance = Map.groupBy(reservations, ({ instanceId }) => instanceId);
  const ofVm = Map.groupBy(reservations, ({ vmId }) => vmId);
  for (const vm of vms) {
    const { instance, deployment } = nameOf(records, vm.instanceId);
    const own = [...(ofInstance.get(vm.instanceId) ?? []), ...(ofVm.get(vm.id) ?? [])];
    for (const address of addressesIn(vm.networks)) {
      if (own.some((row) => prefixOf(row).contains(address))) continue;
      const problem = `VM ${vm.cid} of ${instance} uses it, and it is not held for it`;
      yield finding('broken', 'address_unheld', address.toString(), problem, 'deploy again: another could be given it', deployment);
    }
  }
}

const idsOf = (rows: readonly { id: number }[]): Set<number | null> => new Set(rows.map(({ id }) => id));
const prefixOf = ({ family, first, prefix }: ReservationRow): IpPrefix => IpPrefix.of(IpAddress.fromBytes(family, first), prefix);

function textOf(row: ReservationRow): string {
  const prefix = prefixOf(row);
  return (prefix.hostBits === 0 ? prefix.address : prefix).toString();
}

/** Those that the Director chose. */
function addressesIn(networks: unknown): IpAddress[] {
  return Object.values(isJsonObject(networks) ? networks : {}).flatMap((settings) => {
    if (!isJsonObject(settings) || settings.type === 'dynamic' || typeof settings.ip !== 'string') return [];
    const address = IpPrefix.tryParse(settings.ip)?.address;
    return address === undefined ? [] : [address];
  });
}
