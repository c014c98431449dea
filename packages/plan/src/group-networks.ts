import { CodedError, reworded } from '@bosh6/base';
import type { CloudConfig, InstanceGroup } from '@bosh6/formats';
import { type GroupNetwork, type Network, parseInstanceGroupNetworks } from '@bosh6/ipam';
import { fail } from './errors.js';

/** What a group says of its networks; errors name the group. */
export function groupNetworksOf(group: InstanceGroup, networks: readonly Network[], cloudConfig: CloudConfig): GroupNetwork[] {
  const who = `instance group '${group.name}'`;
  const known = new Set(cloudConfig.azs.map(({ name }) => name));
  for (const [at, az] of (group.azs ?? []).entries()) {
    if (known.has(az)) continue;
    const names = [...known].map((name) => `'${name}'`).join(', ') || 'none';
    throw fail('UnknownAz', `${who} asks for AZ '${az}'; cloud configs have ${names}`, {
      where: { pointer: `${group.pointer}/azs/${at}` },
    });
  }
  try {
    return parseInstanceGroupNetworks(group.networks, networks, {
      instances: group.instances,
      ...(group.azs === undefined ? {} : { azs: group.azs }),
      pointer: group.networksPointer,
    });
  } catch (error) {
    throw CodedError.is(error) ? reworded(error, `${who}: ${error.message}`) : error;
  }
}
