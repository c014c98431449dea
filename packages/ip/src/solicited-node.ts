import { fail } from './errors.js';
import { IpAddress } from './ip-address.js';

/** The group that neighbour solicitations for an IPv6 address go to (RFC 4291 section 2.7.1). Throws `InvalidAddress` for IPv4, which has ARP. */
export function solicitedNodeMulticast(address: IpAddress): IpAddress {
  if (address.family !== 6) throw fail('InvalidAddress', `${address} has no solicited-node group`, { hint: 'give an IPv6 address' });
  return IpAddress.fromWords(6, [0xff020000, 0, 1, 0xff000000 + (address.words[3] & 0xffffff)]);
}
