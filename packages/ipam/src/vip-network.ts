import { IntervalSet } from '@bosh6/ip';
import { parseAddressList } from './address-list.js';
import { canonicalName } from './canonical-name.js';
import { asArray, asNode, child, has, type Node, optionalObject, requiredText } from './fields.js';
import type { VipNetwork } from './network.js';
import { checkZonesUniform, parseSubnetZones } from './subnet-zones.js';

/** A network of addresses that the IaaS maps to a VM from outside. */
export function parseVipNetwork(node: Node, azNames: readonly string[]): VipNetwork {
  const name = requiredText(node, 'name');
  canonicalName(name, child(node.pointer, 'name'));
  const list = child(node.pointer, 'subnets');
  const values = has(node, 'subnets') ? asArray(node.value.subnets, list) : [];
  const subnets = values.map((value, index) => {
    const subnet = asNode(value, child(list, index));
    const pointer = child(subnet.pointer, 'static');
    const entries = has(subnet, 'static') ? parseAddressList(asArray(subnet.value.static, pointer), pointer) : [];
    const azs = parseSubnetZones(subnet, azNames);
    return { static: IntervalSet.from(entries.map(({ range }) => range)), ...(azs && { azs }), pointer: subnet.pointer };
  });
  checkZonesUniform(node, name, subnets);
  return { name, type: 'vip', subnets, cloudProperties: optionalObject(node, 'cloud_properties'), pointer: node.pointer };
}
