import ipaddr from 'ipaddr.js';
import { IpAddress } from './ip-address.js';

/** The same address as an ipaddr.js object, zone included. */
export function toIpaddrJs(address: IpAddress): ipaddr.IPv4 | ipaddr.IPv6 {
  const bytes = [...address.toBytes()];
  if (address.family === 4) return new ipaddr.IPv4(bytes);
  const theirs = new ipaddr.IPv6(bytes);
  if (address.zone !== undefined) theirs.zoneId = address.zone;
  return theirs;
}

/** The address that an ipaddr.js object holds, zone included. Throws `InvalidAddress` for a zone that has no text form. */
export function fromIpaddrJs(address: ipaddr.IPv4 | ipaddr.IPv6): IpAddress {
  const bytes = Uint8Array.from(address.toByteArray());
  const plain = IpAddress.fromBytes(bytes.length === 4 ? 4 : 6, bytes);
  const zone = 'zoneId' in address ? address.zoneId : undefined;
  return zone === undefined ? plain : IpAddress.parse(`${plain}%${zone}`);
}
