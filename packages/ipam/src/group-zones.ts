import { fail } from './errors.js';
import { child } from './fields.js';
import { networkZones } from './lookup.js';
import type { Network } from './network.js';

export interface GroupZones {
  /** The group's `azs`; undefined when it has none. */
  azs?: readonly string[];
  /** The cloud config's AZ names; with them an unknown AZ of the group is found (140018). */
  azNames?: readonly string[];
  /** Where the group's networks stand: `/instance_groups/0/networks`. */
  pointer: string;
}

/** Checks 9 and 10: the group's AZs are served by every network that is not a vip, and exist. */
export function checkGroupZones(entries: readonly { network: Network; pointer: string }[], options: GroupZones): void {
  const { azs, azNames } = options;
  const group = options.pointer.slice(0, options.pointer.lastIndexOf('/'));
  for (const { network, pointer } of entries) {
    if (network.type === 'vip') continue;
    const served = networkZones(network);
    if (served === undefined ? azs === undefined || azs.length === 0 : azs?.every((az) => served.has(az)) && azs.length > 0) continue;
    if (azs?.length === 0) break;
    const where = { pointer: azs === undefined ? pointer : child(group, 'azs') };
    const names = served === undefined ? 'no AZ' : [...served].join(', ');
    const wanted = azs === undefined ? 'it has no azs' : `its azs are ${azs.join(', ')}`;
    throw fail('GroupZonesNotServed', `${wanted}, but network '${network.name}' serves ${names}`, {
      where,
      hint: served === undefined ? 'give the subnets an az, or remove azs from the group' : `use azs out of ${names}`,
    });
  }
  if (azs?.length === 0) throw fail('GroupZonesEmpty', "'azs' must not be empty", { where: { pointer: child(group, 'azs') } });
  const unknown = azNames === undefined ? -1 : (azs ?? []).findIndex((az) => !azNames.includes(az));
  if (unknown >= 0) {
    throw fail('GroupZoneUnknown', `there is no AZ '${azs?.[unknown]}'`, { where: { pointer: child(child(group, 'azs'), unknown) } });
  }
}
