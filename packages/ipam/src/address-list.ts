import { IpAddress, IpRange } from '@bosh6/ip';
import { fail } from './errors.js';
import { asArray, asText, child, wrongType } from './fields.js';

export interface ListedRange {
  range: IpRange;
  text: string;
  pointer: string;
}

/**
 * Reads `reserved`, `static` or `static_ips`: a string or an array of addresses, networks and ranges in any spelling.
 * A range that ends before it starts is empty, as BOSH has it. Throws 160010.
 */
export function parseAddressList(value: unknown, pointer: string): ListedRange[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return parseEntry(value, pointer);
  if (!Array.isArray(value)) throw wrongType(pointer, 'a string or an array', value);
  return value.flatMap((entry, index) => parseEntry(asText(entry, child(pointer, index)), child(pointer, index)));
}

function parseEntry(text: string, pointer: string): ListedRange[] {
  const ends = text.split('-').map((part) => IpAddress.tryParse(part.trim()));
  const [first, last] = ends;
  if (ends.length === 2 && first && last && first.family === last.family && first.compare(last) > 0) return [];
  try {
    return [{ range: IpRange.parse(text), text, pointer }];
  } catch (cause) {
    throw fail('AddressListInvalid', `'${text}' is neither an address nor a network nor a range`, { where: { pointer }, cause });
  }
}

/** DNS servers. Throws 40000 and 160004. */
export function parseDns(value: unknown, pointer: string): IpAddress[] | undefined {
  if (value === undefined) return undefined;
  return asArray(value, pointer).map((entry, index) => {
    const address = typeof entry === 'string' ? IpAddress.tryParse(entry) : undefined;
    if (address !== undefined) return address;
    throw fail('DnsInvalid', `'${String(entry)}' is not the address of a DNS server`, { where: { pointer: child(pointer, index) } });
  });
}
