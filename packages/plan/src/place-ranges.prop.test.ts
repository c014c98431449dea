import { IpAddress, IpPrefix } from '@bosh6/ip';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desired } from './desired.js';
import { place } from './place.js';
import type { Placement } from './placement.js';
import { carriedOut, cloudText, desire, emptySnapshot, type GroupText, manifestText } from './scenario.test.support.js';

/** Both families on one network, and delegated prefixes of the very ranges from which others take single addresses. */
const more = `- name: dual
  subnets:
  - {range: 10.1.0.0/24, gateway: 10.1.0.1, azs: [z1, z2]}
  - {range: 10.1.1.0/24, gateway: 10.1.1.1, azs: [z3]}
  - {range: "fd00:2::/64", gateway: "fe80::1", azs: [z1, z2, z3]}
- name: twin
  subnets: [{range: 10.1.0.0/24, gateway: 10.1.0.1, azs: [z1, z2, z3]}]
- name: blocks4
  subnets: [{range: 10.1.0.0/24, gateway: 10.1.0.1, azs: [z1, z2, z3], prefix: 29}]
- name: blocks6
  subnets: [{range: "fd00:2::/64", gateway: "fe80::1", azs: [z1, z2, z3], prefix: 126}]
- name: blocks
  subnets:
  - {range: 10.2.0.0/24, gateway: 10.2.0.1, azs: [z1, z2, z3], prefix: 28}
  - {range: "fd00:2::/64", gateway: "fe80::1", azs: [z1, z2, z3], prefix: 120}
`;
const cloud = cloudText.replace('compilation:', `${more}compilation:`);

/** What an instance has on each network: family and prefix length. */
const shape: Record<string, string[]> = {
  v4: ['4/32'],
  v6: ['6/128'],
  dual: ['4/32', '6/128'],
  twin: ['4/32'],
  blocks4: ['4/29'],
  blocks6: ['6/126'],
  blocks: ['4/28', '6/120'],
};
const own = { default: '[dns, gateway]' };
const choices = [
  [{ name: 'dual', ...own }],
  [{ name: 'dual', ...own }, { name: 'twin' }, { name: 'blocks4' }],
  [{ name: 'twin' }, { name: 'dual', ...own }],
  [{ name: 'dual', ...own }, { name: 'blocks6' }],
  [{ name: 'blocks' }, { name: 'dual', ...own }],
  [{ name: 'v4', ...own }, { name: 'blocks6' }, { name: 'blocks4' }],
  [{ name: 'v6', ...own }, { name: 'blocks' }],
];
type Group = GroupText & { names: string[] };
const group = (name: string): fc.Arbitrary<Group> =>
  fc
    .record({ instances: fc.nat(3), azs: fc.subarray(['z1', 'z2', 'z3'], { minLength: 1 }), on: fc.constantFrom(...choices) })
    .map(({ instances, azs, on }) => ({
      name,
      instances,
      azs,
      names: on.map((network) => network.name),
      networks: `[${on
        .map(
          (network) =>
            `{${Object.entries(network)
              .map((pair) => pair.join(': '))
              .join(', ')}}`,
        )
        .join(', ')}]`,
    }));
const groups = fc.tuple(group('one'), group('two'), group('three'));
const wish = (wanted: readonly Group[]): Desired => desire(manifestText(wanted), cloud);
const runs = { numRuns: 150 };

type Held = { network: string; family: 4 | 6; address: string; prefix: number };
const rangeOf = ({ address, prefix }: Held) => IpPrefix.of(IpAddress.parse(address), prefix).toRange();
const text = ({ network, address, prefix }: Held): string => `${network} ${address}/${prefix}`;

/** Everything that is reserved until the deploy is over: old and new at once. */
function held({ instances, obsolete }: Placement): Held[] {
  const released = instances.flatMap(({ existing, releases }) => existing?.reservations.filter(({ id }) => releases.includes(id)) ?? []);
  return [...instances.flatMap(({ reservations }) => reservations), ...released, ...obsolete.flatMap(({ reservations }) => reservations)];
}

function overlapping(all: readonly Held[]): string[] {
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((other) => rangeOf(one).overlaps(rangeOf(other)))
      .map((other) => `${text(one)}, ${text(other)}`),
  );
}

test('no two reservations overlap, single addresses and prefixes of one range, before and after', () => {
  fc.assert(
    fc.property(groups, groups, (before, after) => {
      const first = place(emptySnapshot, wish(before));
      expect(overlapping(held(first))).toEqual([]);
      expect(overlapping(held(place(carriedOut(first), wish(after))))).toEqual([]);
    }),
    runs,
  );
});

test('deploying again keeps every reservation', () => {
  fc.assert(
    fc.property(groups, groups, (before, wanted) => {
      const first = place(carriedOut(place(emptySnapshot, wish(before))), wish(wanted));
      const again = place(carriedOut(first), wish(wanted));
      const all = ({ instances }: Placement) => instances.map(({ uuid, reservations }) => [uuid, reservations.map(text)]);
      expect(all(again)).toEqual(all(first));
      expect(again.instances.flatMap(({ releases, reservations }) => [...releases, ...reservations.filter((r) => !r.heldBy)])).toEqual([]);
    }),
    runs,
  );
});

test('an instance has each family of its networks, aligned, and keeps what it had on a network that stays', () => {
  fc.assert(
    fc.property(groups, groups, (before, after) => {
      const placed = place(carriedOut(place(emptySnapshot, wish(before))), wish(after));
      for (const { group: name, az, existing, reservations } of placed.instances) {
        const names = after.find((wanted) => wanted.name === name)?.names ?? [];
        expect(reservations.map(({ network, family, prefix }) => `${network} ${family}/${prefix}`)).toEqual(
          names.flatMap((network) => shape[network]?.map((kind) => `${network} ${kind}`)),
        );
        for (const reservation of reservations) expect(rangeOf(reservation).first.toString()).toBe(reservation.address);
        if (existing === undefined || existing.az !== az) continue;
        const stays = existing.reservations.filter(({ network }) => names.includes(network)).map(text);
        expect(reservations.map(text)).toEqual(expect.arrayContaining(stays));
      }
    }),
    runs,
  );
});
