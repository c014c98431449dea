import type { JsonObject } from '@bosh6/base';
import { type Placement, resolveLinks, withObserved } from '@bosh6/plan';
import { zoneNumbers } from '../dns/zone-numbers.js';
import type { VmRow } from '../persistence/rows/index.js';
import { JobReader } from '../rendering/job-contents.js';
import { renderInstances } from '../rendering/render-instances.js';
import type { Deploy, InstanceWork } from './deploy.js';

/**
 * The work of an instance on dynamic networks once its VM is there: its addresses are known then, so its templates are rendered again, with those of
 * the VMs that its links lead to. Without dynamic networks in the deployment the work as it was.
 */
export async function settleDynamic(deploy: Deploy, work: InstanceWork): Promise<InstanceWork> {
  const { scope, manifest } = deploy;
  const settled = await settledPlacement(deploy);
  if (settled === deploy.placement) return work;
  const { renderer, blobs, store } = scope.collaborators;
  const placed = settled.instances.find(({ uuid }) => uuid === work.placed.uuid) ?? work.placed;
  const links = resolveLinks(manifest, settled, deploy.shared, work.step.group);
  const jobs = new JobReader(blobs);
  const rendered = await renderInstances({
    manifest,
    naming: deploy.naming,
    placement: settled,
    links,
    jobs,
    renderer,
    zoneNumbers: await zoneNumbers(store.read),
    signal: scope.task.signal,
    only: ({ uuid }) => uuid === placed.uuid,
  });
  return { ...work, placed, templates: rendered.get(placed.uuid) ?? work.templates };
}

/** The placement with the addresses that VMs on dynamic networks have got; as it was where there are none. */
export async function settledPlacement({ scope, placement, rows }: Pick<Deploy, 'scope' | 'placement' | 'rows'>): Promise<Placement> {
  if (!hasDynamic(placement)) return placement;
  const vms = await scope.collaborators.store.read.vms.ofInstances([...rows.values()].map(({ id }) => id));
  const active = new Map(vms.flatMap((vm) => (vm.active ? [[vm.instanceId, vm] as const] : [])));
  const actual = (uuid: string): VmRow | undefined => active.get(rows.get(uuid)?.id ?? Number.NaN);
  const instances = placement.instances.map((placed) => withObserved(placed, actual(placed.uuid)?.networks as Record<string, JsonObject>));
  return { ...placement, instances };
}

/** Asked again for each instance that is updated. */
const dynamic = new WeakMap<Placement, boolean>();

function hasDynamic(placement: Placement): boolean {
  const known = dynamic.get(placement);
  if (known !== undefined) return known;
  const found = placement.instances.some(({ networks }) => Object.values(networks).some(({ type }) => type === 'dynamic'));
  dynamic.set(placement, found);
  return found;
}
