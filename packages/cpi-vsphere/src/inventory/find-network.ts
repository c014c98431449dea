import { cpiError } from '@bosh6/cpi-protocol';
import { listObjects, type Ref, readProperties } from '@bosh6/vim25';
import type { NetworkObject } from '../devices/nic-spec.js';
import { doing } from '../faults/doing.js';
import { once, type Vcenter } from '../vcenter.js';
import { findByPath } from './find-by-path.js';

/** A network by its name, or by a path as `FOLDER/NAME` or `SWITCH/PORTGROUP`. Throws VMCreationFailed when there is none, or more than one. */
export async function findNetwork(vcenter: Vcenter, name: string): Promise<NetworkObject> {
  return once(vcenter, `network ${name}`, () =>
    doing(`network '${name}'`, async () => {
      const ref = (await findByPath(vcenter, 'network', ...name.split('/'))) ?? (await search(vcenter, name));
      return describe(vcenter, name, ref);
    }),
  );
}

/** Where the path is not the inventory's: port groups stand beside their switch, and any folder may lie above. */
async function search(vcenter: Vcenter, path: string): Promise<Ref> {
  const names = path.split('/');
  const name = names.at(-1);
  const switchName = names.at(-2);
  const all = await listObjects(vcenter.vim, 'Network', ['name'], { container: vcenter.datacenter });
  const hits: Ref[] = [];
  for (const { ref, properties } of all) {
    if (properties.name !== name) continue;
    if (switchName === undefined || (await isOn(vcenter, ref, switchName))) hits.push(ref);
  }
  const [plain] = hits.filter(({ type }) => type === 'Network');
  const found = hits.length > 1 ? plain : hits[0];
  if (found !== undefined) return found;
  const { name: datacenter } = vcenter.properties.datacenter;
  const message =
    hits.length > 1
      ? `datacenter '${datacenter}' has ${hits.length} networks '${path}'`
      : `datacenter '${datacenter}' has no network '${path}'`;
  throw cpiError('VMCreationFailed', message, {
    hint: "give the path in the network's cloud_properties.name: FOLDER/NAME or SWITCH/PORTGROUP",
  });
}

async function isOn({ vim }: Vcenter, ref: Ref, switchName: string): Promise<boolean> {
  if (ref.type !== 'DistributedVirtualPortgroup') return false;
  const group = await readProperties(vim, 'DistributedVirtualPortgroup', ref as Ref<'DistributedVirtualPortgroup'>, [
    'config.distributedVirtualSwitch',
  ]);
  const owner = group['config.distributedVirtualSwitch'];
  return owner !== undefined && (await readProperties(vim, 'DistributedVirtualSwitch', owner, ['name'])).name === switchName;
}

async function describe({ vim }: Vcenter, path: string, ref: Ref): Promise<NetworkObject> {
  if (ref.type === 'DistributedVirtualPortgroup') {
    const paths = ['name', 'key', 'config.distributedVirtualSwitch', 'config.backingType', 'config.logicalSwitchUuid'] as const;
    const portgroup = ref as Ref<'DistributedVirtualPortgroup'>;
    const group = await readProperties(vim, 'DistributedVirtualPortgroup', portgroup, paths);
    const name = group.name ?? path;
    if (group['config.backingType'] === 'nsx' && group['config.logicalSwitchUuid'] !== undefined)
      return { kind: 'opaque', name, ref: portgroup as Ref<'Network'>, networkId: String(group['config.logicalSwitchUuid']) };
    const owner = group['config.distributedVirtualSwitch'];
    const { uuid = '' } = owner === undefined ? {} : await readProperties(vim, 'DistributedVirtualSwitch', owner, ['uuid']);
    return { kind: 'distributed', name, ref: portgroup, switchUuid: uuid, portgroupKey: group.key ?? ref.value };
  }
  if (ref.type === 'OpaqueNetwork') {
    const { name = path, summary } = await readProperties(vim, 'OpaqueNetwork', ref as Ref<'OpaqueNetwork'>, ['name', 'summary']);
    return { kind: 'opaque', name, ref: ref as Ref<'Network'>, networkId: summary?.opaqueNetworkId ?? '' };
  }
  if (ref.type !== 'Network') throw cpiError('VMCreationFailed', `'${path}' is no network but a ${ref.type}`);
  const { name = path } = await readProperties(vim, 'Network', ref as Ref<'Network'>, ['name']);
  return { kind: 'standard', name, ref: ref as Ref<'Network'> };
}
