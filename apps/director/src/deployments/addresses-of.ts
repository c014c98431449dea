import { isJsonObject, type Json } from '@bosh6/base';
import { IpAddress, IpPrefix } from '@bosh6/ip';
import { fail } from '../errors.js';
import type { ReservationRow } from '../persistence/rows/index.js';

/** As people read them: IPv4 before IPv6, each by number; delegated prefixes with their length. `networks` adds what the IaaS chose for a VM. */
export function addressesOf(reservations: readonly Pick<ReservationRow, 'family' | 'first' | 'prefix'>[], networks: Json = {}): string[] {
  const reserved = reservations.map(({ family, first, prefix }) => IpPrefix.of(IpAddress.fromBytes(family, first), prefix));
  const chosen = Object.values(isJsonObject(networks) ? networks : {}).flatMap((settings) => {
    const dynamic = isJsonObject(settings) && settings.type === 'dynamic' && typeof settings.ip === 'string';
    const address = dynamic ? IpAddress.tryParse(String(settings.ip)) : undefined;
    return address === undefined ? [] : [IpPrefix.of(address)];
  });
  return [...reserved, ...chosen]
    .sort((a, b) => a.compare(b))
    .filter((prefix, at, all) => at === 0 || all[at - 1]?.equals(prefix) !== true)
    .map((prefix) => (prefix.hostBits === 0 ? prefix.address : prefix).toString());
}

/** The address that a listing is asked for, in any spelling, with or without brackets; undefined when none was. Throws `FieldValueInvalid`. */
export function wantedAddress(text: string | undefined): IpAddress | undefined {
  if (text === undefined || text === '') return undefined;
  const address = IpAddress.tryParse(text.trim().replace(/^\[(.*)\]$/, '$1'));
  if (address !== undefined && address.zone === undefined) return address;
  throw fail('FieldValueInvalid', `'${text}' is not an address that an instance can have`, {
    where: { document: 'request', pointer: '/ip' },
    hint: 'write an IPv4 or IPv6 address in any spelling, without a zone',
  });
}

/** Whether one of these texts, addresses and delegated prefixes, is or holds the address. */
export function holdsAddress(ips: readonly string[], address: IpAddress): boolean {
  return ips.some((text) => IpPrefix.tryParse(text)?.contains(address) === true);
}
