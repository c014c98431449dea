import type { CallContext, CpiNetworks, CreatedVm, CreateVmRequest, VmCid } from '@bosh6/cpi-protocol';
import { type Ref, VSphereFault } from '@bosh6/vim25';
import { disableDrs, joinCluster, wishOf } from '../cluster/join-cluster.js';
import { groupsOf } from '../cluster/lacking.js';
import { growDisk } from '../devices/disk-specs.js';
import { systemDiskOf } from '../devices/hardware.js';
import { doing } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import { ensureFolder } from '../inventory/folders.js';
import type { Cluster } from '../inventory/read-clusters.js';
import { thisMaker } from '../maker.js';
import { withMacs } from '../networks/plan-nics.js';
import type { Place } from '../placement/place-vm.js';
import type { StoragePolicy } from '../placement/storage-policy.js';
import type { VmProperties } from '../properties/vm-properties.js';
import { agentSettings } from '../settings/agent-settings.js';
import { deliverSettings } from '../settings/deliver-settings.js';
import { forgetCopy, templateOn } from '../stemcell/replicate.js';
import type { Template } from '../stemcell/template.js';
import type { Vcenter } from '../vcenter.js';
import { cloneSpec } from './clone-spec.js';
import { destroyVm } from './destroy-vm.js';
import type { WantedNic } from './find-conflicts.js';
import { type MadeVm, readMadeVm } from './made-vm.js';
import { powerOn } from './power.js';
import { attachTags } from './tags.js';
import { upgradeHardware } from './upgrade-hardware.js';
import { verifyHardware } from './verify-hardware.js';

export interface VmToMake {
  cid: VmCid;
  properties: VmProperties;
  nics: readonly WantedNic[];
  stemcell: Required<Template>;
  place: Place<Cluster, Datastore>;
  policy: StoragePolicy | undefined;
  request: CreateVmRequest;
  context: CallContext;
}

/** Makes the VM at one place and starts it. What was made is removed when a step fails. `undefined` when somebody else makes a VM of the name. */
export async function makeVm(vcenter: Vcenter, wanted: VmToMake): Promise<CreatedVm | undefined> {
  const { cid } = wanted;
  const ref = await clone(vcenter, wanted);
  if (ref === undefined) return undefined;
  try {
    const networks = await finish(vcenter, wanted, await readMadeVm(vcenter, cid, ref));
    return { cid, networks };
  } catch (error) {
    await destroyVm(vcenter, cid, ref).catch((failure: Error) => wanted.context.log(`VM '${cid}' is left half made: ${failure.message}`));
    throw error;
  }
}

async function clone(vcenter: Vcenter, wanted: VmToMake, again = true): Promise<Ref<'VirtualMachine'> | undefined> {
  const { cid, place, request, context, properties } = wanted;
  const { cluster, datastore } = place;
  const [template, { ref: folder }] = await Promise.all([
    templateOn(vcenter, wanted.stemcell, datastore, cluster, context.directorUuid),
    ensureFolder(vcenter, 'vm_folder', context.directorUuid),
  ]);
  // placement takes no cluster without one
  const host = cluster.usableHosts[0] as (typeof cluster.usableHosts)[number];
  const spec = cloneSpec({
    cid,
    agentId: request.agentId,
    requestId: context.requestId,
    maker: thisMaker(),
    template,
    datastore,
    pool: cluster.pool,
    host,
    nics: wanted.nics,
    properties,
    groups: groupsOf(wishOf(vcenter, cluster, properties, request.env)),
    policy: wanted.policy,
    vcenter: vcenter.properties.vcenter,
  });
  return doing(`cloning stemcell '${template.name}' to VM '${cid}' on datastore '${datastore.name}'`, async () => {
    try {
      return await vcenter.vim.run('CloneVM_Task', template.ref, { folder, name: cid, spec });
    } catch (error) {
      if (VSphereFault.is(error, 'DuplicateName')) return undefined;
      if (again && VSphereFault.is(error, 'ManagedObjectNotFound') && forgetCopy(vcenter, template)) return clone(vcenter, wanted, false);
      throw error;
    }
  });
}

/** The settings come last: a VM that has them lacks nothing but power. */
async function finish(vcenter: Vcenter, wanted: VmToMake, vm: MadeVm): Promise<CpiNetworks> {
  const { cid, nics, place, properties, request } = wanted;
  const { agent } = vcenter.properties;
  const hardware = verifyHardware(vm, nics);
  const networks = withMacs(request.networks, nics);
  await upgradeHardware(vcenter, vm, properties);
  const join = () => joinCluster(vcenter, place.cluster, cid, wishOf(vcenter, place.cluster, properties, request.env), vm.ref);
  await join();
  await attachTags(vcenter, wanted, vm.ref);
  const { agentId, env } = request;
  const system = systemDiskOf(vm.devices);
  const { root_disk_size_gb: rootGib } = properties;
  await deliverSettings(vcenter, vm, {
    settings: agentSettings({ cid, moid: vm.ref.value, agentId, networks, ...hardware, agent, env }),
    networks,
    datastore: place.datastore,
    hosts: place.cluster.usableHosts.map(({ ref }) => ref),
    deviceChange: rootGib === undefined || system === undefined ? [] : [growDisk(system.disk, rootGib)],
  });
  // A repeated call takes a VM that has power for whole.
  if (properties.disable_drs === true) await disableDrs(vcenter, place.cluster, cid, vm.ref);
  // whoever read the cluster before this VM joined may have written it since, or removed the group that was empty then
  await join();
  await powerOn(vcenter, cid, vm.ref);
  return networks;
}
