import { parseDns } from './address-list.js';
import { canonicalName } from './canonical-name.js';
import { fail } from './errors.js';
import { asArray, asNode, child, has, type Node, optionalObject, requiredText, wrongType } from './fields.js';
import type { DynamicNetwork, DynamicSubnet } from './network.js';
import { checkZonesUniform, parseSubnetZones } from './subnet-zones.js';

/** A network whose addresses the IaaS chooses. */
export function parseDynamicNetwork(node: Node, azNames: readonly string[]): DynamicNetwork {
  const name = requiredText(node, 'name');
  canonicalName(name, child(node.pointer, 'name'));
  refuse(node, ['az', 'azs', 'managed', 'prefix'], 'a dynamic network');
  const { pointer } = node;
  if (!has(node, 'subnets')) return { name, type: 'dynamic', subnets: [subnetOf(node)], pointer };
  refuse(node, ['dns', 'cloud_properties'], 'a dynamic network with subnets');
  const list = child(pointer, 'subnets');
  const subnets = asArray(node.value.subnets, list).map((value, index) => {
    const subnet = asNode(value, child(list, index));
    const azs = parseSubnetZones(subnet, azNames);
    return { ...subnetOf(subnet), ...(azs && { azs }) };
  });
  checkZonesUniform(node, name, subnets);
  return { name, type: 'dynamic', subnets, pointer };
}

function subnetOf(node: Node): DynamicSubnet {
  const dns = parseDns(node.value.dns, child(node.pointer, 'dns'));
  return { ...(dns && { dns }), prefix: prefixOf(node), cloudProperties: optionalObject(node, 'cloud_properties'), pointer: node.pointer };
}

function refuse(node: Node, keys: readonly string[], what: string): void {
  for (const key of keys) {
    if (!has(node, key)) continue;
    const hint = key === 'managed' || key === 'prefix' ? `remove '${key}'` : `move '${key}' into the subnets`;
    throw fail('PropertyNotAllowed', `'${key}' does not belong to ${what}`, { where: { pointer: child(node.pointer, key) }, hint });
  }
}

/** BOSH knows 32 only; 128 asks the IaaS for an IPv6 address. */
function prefixOf(subnet: Node): 32 | 128 {
  const prefix = subnet.value.prefix ?? 32;
  if (prefix === 32 || prefix === 128) return prefix;
  const pointer = child(subnet.pointer, 'prefix');
  if (!Number.isInteger(prefix)) throw wrongType(pointer, 'a whole number', prefix);
  throw fail('PropertyNotAllowed', `a dynamic subnet cannot delegate a prefix (${prefix})`, {
    where: { pointer },
    hint: "remove 'prefix', or use 32 for an IPv4 and 128 for an IPv6 address",
  });
}
