import { IpAddress } from '@bosh6/ip';

/** IPv6 text as it comes: compressed at any place, whole, upper case, mapped and with IPv4's dots; the same each time. */
export function mixedIpv6(count: number): string[] {
  const random = xorshift(0x2601_0646);
  const group = (): number => random() & 0xffff;
  const forms = [
    () => `2601:646:100:69f1::${group().toString(16)}`,
    () => Array.from({ length: 8 }, () => group().toString(16)).join(':'),
    () => Array.from({ length: 8 }, () => group().toString(16).padStart(4, '0').toUpperCase()).join(':'),
    () => `fe80::20d:b9ff:fe${(group() & 0xff).toString(16).padStart(2, '0')}:${group().toString(16)}`,
    () => `${group().toString(16)}:0:0:${group().toString(16)}::${group().toString(16)}`,
    () => `::ffff:10.${random() & 255}.${random() & 255}.${random() & 255}`,
    () => `2001:db8::${group().toString(16)}:0:0:${group().toString(16)}`,
    () => '::1',
  ];
  return Array.from({ length: count }, (_, index) => forms[index % forms.length]?.() ?? '::');
}

/** Addresses all over the post's /64, its lowest ones included; no two the same, no two neighbours. */
export function scatteredIpv6(count: number): IpAddress[] {
  const random = xorshift(0x0d_b8);
  // The first half lies close together from the bottom on, where allocation begins.
  const high = (index: number): number => (index * 2 < count ? 0 : random());
  return Array.from({ length: count }, (_, index) => IpAddress.fromWords(6, [0x2601_0646, 0x0100_69f1, high(index), 1 + index * 2]));
}

/** Marsaglia's generator of 32 bits: the same numbers in every run. */
export function xorshift(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
