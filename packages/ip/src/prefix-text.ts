import { familyBits, IpAddress } from './ip-address.js';

/** Reads `address/length`; a bare address has its family's full length. Undefined for anything else, a zone included. */
export function readPrefix(text: string): { address: IpAddress; length: number } | undefined {
  const slash = text.indexOf('/');
  const address = IpAddress.tryParse(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined || address.zone !== undefined) return undefined;
  const bits = familyBits(address.family);
  if (slash < 0) return { address, length: bits };
  const length = text.slice(slash + 1);
  return /^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bits ? { address, length: Number(length) } : undefined;
}
