import { fail } from './errors.js';
import { asArray, child, has, type Node, wrongType } from './fields.js';

/** Reads `az` or `azs` of a subnet. Throws 160007, 160008 and 40000. */
export function parseSubnetZones(subnet: Node, azNames: readonly string[]): string[] | undefined {
  if (has(subnet, 'az') && has(subnet, 'azs')) {
    throw fail('PropertyNotAllowed', "a subnet has 'az' or 'azs', not both", { where: { pointer: child(subnet.pointer, 'azs') } });
  }
  if (has(subnet, 'az')) return [zone(subnet.value.az, child(subnet.pointer, 'az'), azNames)];
  if (!has(subnet, 'azs')) return undefined;
  const pointer = child(subnet.pointer, 'azs');
  const azs = asArray(subnet.value.azs, pointer);
  if (azs.length === 0) throw fail('PropertyNotAllowed', "'azs' of a subnet must not be empty", { where: { pointer } });
  return azs.map((az, index) => zone(az, child(pointer, index), azNames));
}

function zone(value: unknown, pointer: string, azNames: readonly string[]): string {
  if (typeof value !== 'string') throw wrongType(pointer, 'the name of an AZ', value);
  if (!azNames.includes(value)) throw fail('SubnetZoneUnknown', `there is no AZ '${value}'`, { where: { pointer } });
  return value;
}

/** Throws 140016 when some subnets of a network have AZs and others have none. */
export function checkZonesUniform(network: Node, name: string, subnets: readonly { azs?: string[]; pointer: string }[]): void {
  const without = subnets.find((subnet) => subnet.azs === undefined);
  if (without === undefined || subnets.every((subnet) => subnet.azs === undefined)) return;
  throw fail('SubnetZonesMixed', `network '${name}' has subnets with and without AZs`, {
    where: { pointer: without.pointer ?? network.pointer },
  });
}
