import { type CallContext, type CreatedVm, type CreateVmRequest, cpiError, type VmCid } from '@bosh6/cpi-protocol';
import type { Ref } from '@bosh6/vim25';
import { uuidOf } from '../cids.js';
import { findDisk } from '../disk/find-disk.js';
import { asVmCreationError } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import { findNetwork } from '../inventory/find-network.js';
import { ensureFolder, folderNames } from '../inventory/folders.js';
import { type Located, locate } from '../inventory/locate.js';
import type { Cluster } from '../inventory/read-clusters.js';
import { type Rows, readInventory } from '../inventory/read-inventory.js';
import { planNics } from '../networks/plan-nics.js';
import { type Place, placeVm } from '../placement/place-vm.js';
import { readStoragePolicy } from '../placement/storage-policy.js';
import { readVmProperties, type VmProperties } from '../properties/vm-properties.js';
import { type Template, templateOf } from '../stemcell/template.js';
import type { Vcenter } from '../vcenter.js';
import { refuseConflicts, type WantedNic } from './find-conflicts.js';
import { makeVm } from './make-vm.js';
import { resumeVm } from './resume-vm.js';
import { vmName } from './vm-name.js';

/** How long a clone may take that somebody else began. */
const longestMs = 30 * 60_000;

/** create_vm: leaves nothing when it fails. A repeated call finds the first one's VM by its name. */
export async function createVm(vcenter: Vcenter, request: CreateVmRequest, context: CallContext): Promise<CreatedVm> {
  const properties = readVmProperties(request.cloudProperties, vcenter.properties.datacenter);
  const nics = planNics(request.networks);
  const readable = properties.enable_human_readable_name ?? vcenter.properties.vcenter.enable_human_readable_name;
  const cid = vmName(uuidOf('create_vm', context, `agent ${request.agentId}`), request.env, readable) as VmCid;
  return vcenter.flights.run(cid, async () => {
    const { world } = vcenter;
    const until = world.monotonic() + longestMs;
    for (let pause = 100; ; pause = Math.min(pause * 2, 5000)) {
      const there = await resumeVm(vcenter, cid, context.directorUuid, request.networks);
      if (there !== undefined) return there;
      const made = await make(vcenter, cid, properties, nics, request, context);
      if (made !== undefined) return made;
      // a clone of that name runs, begun by another process or by one that was killed; its VM is not to be seen yet
      if (world.monotonic() > until)
        throw cpiError('VMCreationFailed', `a clone to VM '${cid}' does not come to an end`, { okToRetry: true });
      await world.sleep(pause);
    }
  });
}

/** A Director repeats VMCreationFailed where that is worth it, and nothing else; so every failure on the way is one, but NoDiskSpace. */
export async function creatingVm<T>({ agentId }: CreateVmRequest, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asVmCreationError(`VM for agent '${agentId}'`, error);
  }
}

async function make(
  vcenter: Vcenter,
  cid: VmCid,
  properties: VmProperties,
  planned: ReturnType<typeof planNics>,
  request: CreateVmRequest,
  context: CallContext,
): Promise<CreatedVm | undefined> {
  const { vcenter: global } = vcenter.properties;
  const policyName = properties.storage_policy?.name ?? (properties.datastores === undefined ? global.vm_storage_policy_name : undefined);
  const { directorUuid } = context;
  const locateAll = async () => {
    const [stemcell, folder, nics] = await Promise.all([
      locateStemcell(vcenter, request.stemcellCid, directorUuid),
      ensureFolder(vcenter, 'vm_folder', directorUuid),
      Promise.all(planned.map(async (nic): Promise<WantedNic> => ({ ...nic, network: await findNetwork(vcenter, nic.port) }))),
    ]);
    return { stemcell, nics, objects: [stemcell, folder, ...nics.map(({ network }) => network)] };
  };
  const [{ clusters, datastores, rows, located }, disks, policy] = await Promise.all([
    readInventory(vcenter, properties.clusters, locateAll),
    Promise.all(request.diskCids.map((disk) => findDisk(vcenter, disk))),
    policyName === undefined ? undefined : readStoragePolicy(vcenter, policyName),
  ]);
  const { nics } = located;
  const stemcell = wholeStemcell(request.stemcellCid, located.stemcell, rows);
  const able = new Set(datastores.filter(({ ref }) => policy?.datastores.has(ref.value)).map(({ name }) => name));
  const places = placeVm(
    {
      ramMib: properties.ram,
      diskMib: properties.disk + stemcell.sizeMib,
      allows: (name) =>
        policy === undefined
          ? (properties.datastores?.includes(name) ?? vcenter.properties.datacenter.datastore_pattern.test(name))
          : able.has(name) && (properties.datastores?.includes(name) ?? true),
      disks: disks.flatMap((disk) => (disk === undefined ? [] : [{ datastore: disk.datastore.name, sizeMib: disk.sizeMib ?? 1 }])),
    },
    clusters,
    datastores,
    () => Math.random(),
  );
  if (global.ensure_no_ip_conflicts ?? global.perform_ip_conflict_detection ?? true) await refuseConflicts(vcenter, nics);
  return firstThatWorks(places, context, (place) => makeVm(vcenter, { cid, properties, nics, stemcell, place, policy, request, context }));
}

/** Other places may have what the first lacks; failures that no place cures end it at once. */
async function firstThatWorks<T>(
  places: readonly Place<Cluster, Datastore>[],
  context: CallContext,
  attempt: (place: Place<Cluster, Datastore>) => Promise<T>,
): Promise<T> {
  let failure: unknown;
  for (const place of places.slice(0, 5)) {
    try {
      return await attempt(place);
    } catch (error) {
      failure = error;
      const coded = asVmCreationError('VM', error);
      if (!coded.retryable && coded.code !== 'NoDiskSpace') throw error;
      context.log(`cluster '${place.cluster.name}', datastore '${place.datastore.name}': ${coded.message}`);
    }
  }
  throw failure;
}

async function locateStemcell(vcenter: Vcenter, cid: string, directorUuid: string): Promise<Located<Ref<'VirtualMachine'>>> {
  const found = await locate(vcenter, 'vm', ...folderNames(vcenter, 'template_folder', directorUuid), cid);
  if (found?.ref.type === 'VirtualMachine') return found as Located<Ref<'VirtualMachine'>>;
  throw noStemcell(cid);
}

function wholeStemcell(cid: string, { ref }: Located<Ref<'VirtualMachine'>>, rows: Rows): Required<Template> {
  const template = templateOf(cid, ref, rows.get(ref.value)?.properties ?? {});
  if (template.snapshot !== undefined) return template as Required<Template>;
  throw noStemcell(cid);
}

function noStemcell(cid: string): Error {
  return cpiError('VMCreationFailed', `there is no stemcell '${cid}'`, {
    where: { object: `stemcell ${cid}` },
    hint: 'upload the stemcell again, with --fix',
  });
}
