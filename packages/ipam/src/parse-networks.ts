import type { IpAddress } from '@bosh6/ip';
import { canonicalName } from './canonical-name.js';
import { parseDynamicNetwork } from './dynamic-network.js';
import { fail } from './errors.js';
import { subnetFamilies } from './families.js';
import { asArray, asNode, asText, child, type Node } from './fields.js';
import { parseManualNetwork } from './manual-network.js';
import { naming } from './naming.js';
import type { Network } from './network.js';
import { parseVipNetwork } from './vip-network.js';

export interface ParseNetworksOptions {
  /** Names of the cloud config's AZs. */
  azNames: readonly string[];
  /** The Director's own addresses: no instance gets one. */
  neverAllocate: readonly IpAddress[];
  /** Where the list stands; `/networks` unless said. */
  pointer?: string;
  /** As `director.ignore_missing_gateway`. */
  ignoreMissingGateway?: boolean;
}

/**
 * Reads the `networks` of a cloud config. Checks in BOSH's order and with its numbers; `where.pointer` names the culprit.
 * Time and memory depend on the number of entries, not on the size of ranges.
 */
export function parseNetworks(networks: unknown, options: ParseNetworksOptions): Network[] {
  const pointer = options.pointer ?? '/networks';
  if (networks === undefined) {
    const where = { pointer: pointer.slice(0, pointer.lastIndexOf('/')) };
    throw fail('PropertyMissing', "'networks' is missing", { where, hint: "add 'networks' to the cloud config" });
  }
  const values = asArray(networks, pointer);
  if (values.length === 0) throw fail('NoNetworks', "'networks' is empty", { where: { pointer } });
  const parsed = values.map((value, index) => {
    const at = child(pointer, index);
    return naming(value, at, () => parseNetwork(asNode(value, at), options));
  });
  checkNames(parsed);
  checkEntryNames(parsed);
  return parsed;
}

function parseNetwork(node: Node, options: ParseNetworksOptions): Network {
  const pointer = child(node.pointer, 'type');
  const type = asText(node.value.type ?? 'manual', pointer);
  switch (type) {
    case 'manual':
      return parseManualNetwork(node, options);
    case 'dynamic':
      return parseDynamicNetwork(node, options.azNames);
    case 'vip':
      return parseVipNetwork(node, options.azNames);
    default:
      throw fail('NetworkTypeUnknown', `'${type}' is not a type of network`, { where: { pointer } });
  }
}

function checkNames(networks: readonly Network[]): void {
  const seen = new Map<string, string>();
  for (const { name, pointer } of networks) {
    const canonical = canonicalName(name);
    const other = seen.get(canonical);
    if (other !== undefined) {
      throw fail('NetworkNameTaken', `networks '${other}' and '${name}' have the same name in DNS, '${canonical}'`, {
        where: { pointer: child(pointer, 'name') },
      });
    }
    seen.set(canonical, name);
  }
}

/** The second address of a network of both families stands under a name of its own, which no other network may have. */
function checkEntryNames(networks: readonly Network[]): void {
  for (const network of networks) {
    const families = [...new Set(network.subnets.flatMap(subnetFamilies))];
    if (families.length < 2) continue;
    const taken = networks.find(({ name }) => families.some((family) => name !== network.name && name === `${network.name}.ipv${family}`));
    if (taken === undefined) continue;
    throw fail('NetworkNameTaken', `network '${network.name}' has both families, and '${taken.name}' is the name of one of its addresses`, {
      where: { pointer: child(taken.pointer, 'name') },
      hint: `rename network '${taken.name}'`,
    });
  }
}
