import { isJsonObject, type JsonObject } from '@bosh6/base';
import { IntervalSet, IpAddress, IpPrefix, IpRange } from '@bosh6/ip';
import { vmCreationFailed } from '../errors.js';

export interface Chosen {
  address: IpAddress;
  subnet: IpPrefix;
  gateway: IpAddress;
}

/** The first addresses of a pool are left to whoever wants fixed ones. */
const kept = 16;

/**
 * What an IaaS does for a network of type dynamic: the lowest free address of a pool. The pool is `cloud_properties.range` (IPv4) or `range6`, else one
 * that follows from the bridge's number; its first host address is the router's. Throws VMCreationFailed.
 */
export function chooseAddress(name: string, settings: JsonObject, bridge: number, used: Iterable<string>): Chosen {
  const family = String(settings.prefix ?? '32') === '128' ? 6 : 4;
  const key = family === 6 ? 'range6' : 'range';
  const properties = isJsonObject(settings.cloud_properties) ? settings.cloud_properties : {};
  const text = String(properties[key] ?? (family === 6 ? `fd00:254:${bridge.toString(16)}::/64` : `10.254.${bridge & 255}.0/24`));
  const subnet = IpPrefix.tryParse(text);
  if (subnet === undefined || subnet.family !== family || subnet.hostBits < 3) {
    throw vmCreationFailed(`network '${name}': cloud_properties.${key} '${text}' is no IPv${family} network for addresses`, false);
  }
  const taken = [...used].flatMap((each) => IpAddress.tryParse(each) ?? []).map((each) => IpRange.of(each));
  const first = subnet.first.add(Math.min(kept, 2 ** Math.min(subnet.hostBits, 8) / 4));
  const last = family === 4 ? subnet.last.add(-1) : subnet.last;
  const free = IntervalSet.from(taken).takeFree(IpRange.of(first, last), family === 6 ? 128 : 32);
  if (free === undefined) throw vmCreationFailed(`network '${name}': no address of ${subnet} is free`, false);
  return { address: free.address, subnet, gateway: subnet.first.add(1) };
}
