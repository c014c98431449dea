import { canonicalName } from './canonical-name.js';
import { fail } from './errors.js';
import { asArray, asNode, child, type Node, optionalFlag, required, requiredText } from './fields.js';
import { parseManualSubnet, type SubnetOptions } from './manual-subnet.js';
import type { ManualNetwork, Subnet } from './network.js';
import { checkZonesUniform } from './subnet-zones.js';

/** Subnets of both families may stand in one network, in any order. */
export function parseManualNetwork(node: Node, options: SubnetOptions): ManualNetwork {
  const name = requiredText(node, 'name');
  const pointer = child(node.pointer, 'subnets');
  const isManaged = optionalFlag(node, 'managed');
  const subnets: Subnet[] = [];
  for (const [index, value] of asArray(required(node, 'subnets'), pointer).entries()) {
    const subnetNode = asNode(value, child(pointer, index));
    // The IaaS is to make it, under this name.
    if (isManaged) requiredText(subnetNode, 'name');
    const subnet = parseManualSubnet(subnetNode, options);
    checkAgainst(subnets, subnet, name);
    subnets.push(subnet);
  }
  checkZonesUniform(node, name, subnets);
  canonicalName(name, child(node.pointer, 'name'));
  return { name, type: 'manual', subnets, pointer: node.pointer };
}

function checkAgainst(earlier: readonly Subnet[], subnet: Subnet, network: string): void {
  const clash = earlier.find((other) => other.range.overlaps(subnet.range));
  if (clash !== undefined) {
    const where = { pointer: child(subnet.pointer, 'range') };
    throw fail('SubnetsOverlap', `subnets ${clash.range} and ${subnet.range} of network '${network}' overlap`, { where });
  }
  const other = earlier.find((candidate) => candidate.range.family === subnet.range.family && candidate.prefix !== subnet.prefix);
  if (other !== undefined) {
    const where = { pointer: child(subnet.pointer, 'prefix') };
    throw fail(
      'PrefixesDiffer',
      `subnets ${other.range} and ${subnet.range} of network '${network}' give out /${other.prefix} and /${subnet.prefix}`,
      { where },
    );
  }
}
