import { type AddressKind, classify, IpAddress, IpRange } from '@bosh6/ip';
import { fail } from './errors.js';
import { asArray, asText, child, shown, wrongType } from './fields.js';
import { spellingHint } from './spelling-hint.js';

export interface ListedRange {
  range: IpRange;
  text: string;
  pointer: string;
}

/**
 * Reads `reserved`, `static` or `static_ips`: a string or an array of addresses, networks and ranges in any spelling, without zones.
 * Throws 160010, also for a range that ends before it starts: BOSH takes that as empty, which nobody means.
 */
export function parseAddressList(value: unknown, pointer: string): ListedRange[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [parseEntry(value, pointer)];
  if (!Array.isArray(value)) throw wrongType(pointer, 'a string or an array', value);
  return value.map((entry, index) => {
    const at = child(pointer, index);
    return parseEntry(asText(entry, at), at);
  });
}

function parseEntry(text: string, pointer: string): ListedRange {
  const refuse = (why: string, hint: string | undefined, cause?: unknown): Error =>
    fail('AddressListInvalid', `'${text}' ${why}`, { where: { pointer }, cause, ...(hint && { hint }) });
  if (text.includes('%')) throw refuse('has a zone', spellingHint(text));
  const [first, last, ...more] = text.split('-').map((part) => IpAddress.tryParse(part.trim()));
  if (more.length === 0 && first && last) {
    if (first.family !== last.family)
      throw refuse(`starts in IPv${first.family} and ends in IPv${last.family}`, 'write a range of each family for itself');
    if (first.compare(last) > 0) throw refuse('ends before it starts', `write the lower address first: '${last}-${first}'`);
    return { range: IpRange.of(first, last), text, pointer };
  }
  try {
    return { range: IpRange.parse(text), text, pointer };
  } catch (cause) {
    throw refuse('is neither an address nor a network nor a range', spellingHint(text), cause);
  }
}

/** DNS servers, without zones. Throws 40000 and 160004. */
export function parseDns(value: unknown, pointer: string): IpAddress[] | undefined {
  if (value === undefined) return undefined;
  return asArray(value, pointer).map((entry, index) => parseServer(entry, child(pointer, index)));
}

function parseServer(entry: unknown, pointer: string): IpAddress {
  const refuse = (why: string, hint: string | undefined): Error =>
    fail('DnsInvalid', `${shown(entry)} is ${why}`, { where: { pointer }, ...(hint && { hint }) });
  const address = typeof entry === 'string' ? IpAddress.tryParse(entry) : undefined;
  if (address === undefined || address.zone !== undefined)
    throw refuse('not the address of a DNS server', typeof entry === 'string' ? spellingHint(entry) : undefined);
  const { kind } = classify(address);
  // IPv4's link-local ones are used for servers in the VM itself or in its host.
  if (kind === 'link-local' && address.family === 6)
    throw refuse('a link-local address, which no VM can ask without a zone', "use the server's global or unique local address");
  if (noServer.has(kind)) throw refuse(`not the address of a DNS server, but ${kind}`, undefined);
  return address;
}

/** Nobody sends from these. */
const noServer: ReadonlySet<AddressKind> = new Set(['multicast', 'unspecified', 'broadcast']);
