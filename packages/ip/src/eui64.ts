import { fail } from './errors.js';
import { IpAddress } from './ip-address.js';
import type { IpPrefix } from './ip-prefix.js';

/** The SLAAC address of a NIC in a /64: its MAC as a modified EUI-64, the universal/local bit inverted (RFC 4291 section 2.5.1 and appendix A). Throws `InvalidMac`, and `InvalidPrefix` for another length. */
export function eui64Address(network: IpPrefix, mac: string): IpAddress {
  if (network.family !== 6 || network.length !== 64) throw fail('InvalidPrefix', `EUI-64 needs an IPv6 /64, not ${network}`);
  const [a, b, c, d, e, f] = readMac(mac);
  const bytes = network.address.toBytes();
  bytes.set([a ^ 2, b, c, 0xff, 0xfe, d, e, f], 8);
  return IpAddress.fromBytes(6, bytes);
}

/** The MAC address, in lower case with colons, that a modified EUI-64 address was made of; undefined for an id without `ff:fe` in its middle. */
export function macOfEui64(address: IpAddress): string | undefined {
  if (address.family !== 6) return undefined;
  const bytes = address.toBytes().slice(8);
  if (bytes[3] !== 0xff || bytes[4] !== 0xfe) return undefined;
  const mac = [...bytes.slice(0, 3), ...bytes.slice(5)].map((byte, index) => (index === 0 ? byte ^ 2 : byte));
  return mac.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

function readMac(mac: string): [number, number, number, number, number, number] {
  const match = /^([\da-f]{2})([:-])([\da-f]{2})\2([\da-f]{2})\2([\da-f]{2})\2([\da-f]{2})\2([\da-f]{2})$/i.exec(mac);
  if (match === null) throw fail('InvalidMac', `'${mac}' is not a MAC address`);
  const byte = (group: number): number => Number.parseInt(match[group] ?? '', 16);
  return [byte(1), byte(3), byte(4), byte(5), byte(6), byte(7)];
}
