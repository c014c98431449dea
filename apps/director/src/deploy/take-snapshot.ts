import { CodedError, isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { IpAddress } from '@bosh6/ip';
import { type Desired, type HeldReservation, type InstanceSnapshot, readAppliedState, type Snapshot, type VmSnapshot } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import type { DeploymentRow, DiskRow, InstanceRow, ReservationRow, VmRow } from '../persistence/rows/index.js';
import { askVm } from './ask-vm.js';
import { fail } from './errors.js';
import { type Focus, isInFocus } from './focus.js';

/** Agents whose VM is there are asked this long before they count as silent. */
const stateTimeoutMs = 30_000;

/** Reads what a deploy starts from: the database in one consistent state, then what every agent says. */
export async function takeSnapshot(
  scope: Scope,
  deployment: DeploymentRow,
  desired: Desired,
  options: { fix: boolean; focus?: Focus | undefined; known?: 'gone' | 'unresponsive' | undefined },
): Promise<Snapshot> {
  const { store, config } = scope.collaborators;
  const packageIds = desired.releases.flatMap(({ packages }) => packages.map(({ id }) => id));
  const data = await store.snapshot(async (tx) => {
    const instances = await tx.instances.all({ deploymentId: deployment.id });
    const ids = instances.map(({ id }) => id);
    return {
      instances,
      vms: await tx.vms.ofInstances(ids),
      disks: await tx.disks.ofInstances(ids),
      reservations: await tx.reservations.ofInstances(ids),
      used: await tx.reservations.usedPacked(),
      compiled: await tx.compiledPackages.ofPackages(packageIds),
    };
  });
  const states = new Map<number, string>();
  const made = data.vms.filter((vm) => vm.cid !== null);
  // A spare that is silent is of no use, and no reason to fail.
  const asked = new Set(data.instances.filter((row) => !row.ignore && isInFocus(options.focus, row)).map(({ id }) => id));
  const ask = async (vm: VmRow): Promise<string> =>
    asked.has(vm.instanceId) ? (options.known ?? jobStateOf(scope, vm, options.fix || !vm.active)) : 'not asked';
  await Promise.all(made.map(async (vm) => states.set(vm.id, await ask(vm))));
  if (!options.fix && options.known === undefined) refuseSilent(data, states);
  const owned: Owned = {
    vms: Map.groupBy(data.vms, ({ instanceId }) => instanceId),
    disks: Map.groupBy(data.disks, ({ instanceId }) => instanceId),
    reservations: Map.groupBy(data.reservations, ({ instanceId }) => instanceId),
  };
  return {
    directorName: config.name,
    deployment: deployment.name,
    instances: data.instances.map((row) => instanceSnapshot(row, owned, states)),
    used: data.used,
    compiledPackages: data.compiled,
  };
}

async function jobStateOf(scope: Scope, vm: VmRow, fix: boolean): Promise<string> {
  try {
    const answer = await askVm(scope, vm, [], stateTimeoutMs);
    return answer === 'gone' ? 'gone' : answer.job_state;
  } catch (error) {
    scope.task.throwIfCancelled();
    if (!fix && !CodedError.is(error, 'AgentTimeout')) throw error;
    return 'unresponsive';
  }
}

/** Names all of them: who mends one at a time waits for each of the others. */
function refuseSilent({ instances, vms }: { instances: InstanceRow[]; vms: VmRow[] }, states: ReadonlyMap<number, string>): void {
  const silent = new Set(vms.filter(({ id, active }) => active && states.get(id) === 'unresponsive').map(({ instanceId }) => instanceId));
  if (silent.size === 0) return;
  const titles = instances.filter(({ id }) => silent.has(id)).map(titleOf);
  const whose = `the agent${titles.length === 1 ? '' : 's'} of ${titles.join(', ')}`;
  throw fail('AgentSilent', `${whose} did not answer 'get_state' within ${stateTimeoutMs / 1000} s`);
}

/** By the id of their instance. */
interface Owned {
  vms: Map<number, VmRow[]>;
  disks: Map<number, DiskRow[]>;
  reservations: Map<number | null, ReservationRow[]>;
}

function instanceSnapshot(row: InstanceRow, owned: Owned, states: ReadonlyMap<number, string>): InstanceSnapshot {
  const vms = (owned.vms.get(row.id) ?? []).filter(({ id }) => states.has(id));
  const vm = vms.find(({ active }) => active);
  const spare = vms.find(({ active }) => !active);
  const disk = owned.disks.get(row.id)?.find(({ active }) => active);
  const applied = readAppliedState(row.spec);
  const { id, uuid, group, index, bootstrap, ignore, state, updateCompleted } = row;
  return {
    id,
    uuid,
    group,
    index,
    bootstrap,
    ignore,
    state,
    updateCompleted,
    reservations: (owned.reservations.get(id) ?? []).map((each) => held(each, vms)),
    ...(row.az === null ? {} : { az: row.az }),
    ...(vm === undefined ? {} : { vm: vmSnapshot(vm, states) }),
    ...(spare === undefined ? {} : { spare: vmSnapshot(spare, states) }),
    ...(disk === undefined ? {} : { disk: { cid: disk.cid, sizeMib: disk.size, cloudProperties: objectOf(disk.cloudProperties) } }),
    ...(applied === undefined ? {} : { applied }),
  };
}

function vmSnapshot(vm: VmRow, states: ReadonlyMap<number, string>): VmSnapshot {
  return {
    cid: vm.cid ?? '',
    agentId: vm.agentId,
    networks: objectOf(vm.networks) as Record<string, JsonObject>,
    ...(isJsonObject(vm.askedNetworks) ? { asked: vm.askedNetworks as Record<string, JsonObject> } : {}),
    stemcell: { name: vm.stemcellName, version: vm.stemcellVersion },
    jobState: states.get(vm.id) ?? 'unresponsive',
    cloudProperties: objectOf(vm.cloudProperties),
    envHashes: objectOf(vm.env) as Record<string, string>,
    createdAt: vm.createdAt,
    ...(vm.trustedCerts === null ? {} : { trustedCerts: vm.trustedCerts }),
  };
}

function held({ id, network, family, first, prefix, kind, vmId }: ReservationRow, vms: readonly VmRow[]): HeldReservation {
  const holder = holderOf(vmId, vms);
  const address = IpAddress.fromBytes(family, first).toString();
  return { id, network, family, prefix, kind, address, ...(holder === undefined ? {} : { holder }) };
}

function holderOf(vmId: number | null, vms: readonly VmRow[]): HeldReservation['holder'] {
  if (vmId === null) return vms.some(({ active }) => active) ? 'none' : undefined;
  return vms.some(({ id, active }) => id === vmId && !active) ? 'spare' : undefined;
}

function objectOf(value: Json): JsonObject {
  return isJsonObject(value) ? value : {};
}
