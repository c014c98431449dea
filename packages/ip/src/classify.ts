import { type AddressBlock, addressBlocks } from './address-blocks.js';
import type { Family, IpAddress } from './ip-address.js';
import { type MulticastScope, multicastScope } from './multicast-scope.js';

/** The row of `addressBlocks` that an address falls under. */
export interface Classification extends AddressBlock {
  /** Of multicast only. */
  readonly scope?: MulticastScope;
}

const longestFirst = (family: Family): readonly AddressBlock[] =>
  addressBlocks.filter(({ block }) => block.family === family).sort((a, b) => b.block.length - a.block.length);
const blocks: Readonly<Record<Family, readonly AddressBlock[]>> = { 4: longestFirst(4), 6: longestFirst(6) };

/**
 * What the address is for, after IANA's special-purpose registries (RFC 6890): the narrowest block that holds it. Total: each address has one; its zone is ignored.
 * An address that carries an IPv4 one keeps the kind of its carrier: `::ffff:127.0.0.1` is `ipv4-mapped`. Classify what `embeddedIpv4` gives too where that matters.
 */
export function classify(address: IpAddress): Classification {
  // Never undefined: 0.0.0.0/0 and ::/0 are rows.
  const row = blocks[address.family].find(({ block }) => block.contains(address)) as AddressBlock;
  return row.kind === 'multicast' ? { ...row, scope: multicastScope(address) } : row;
}
