import { CodedError } from '@bosh6/base';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseInstanceGroupNetworks, parseNetworks } from './index.js';

/** What a person may write at any place of a config, right and wrong. */
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    'a',
    'z1',
    'manual',
    'dynamic',
    'vip',
    '10.0.0.0/24',
    '10.0.0.1',
    '10.0.0.2-10.0.0.9',
    '2001:db8::/64',
    '2001:db8::1',
    'fe80::1',
  ),
  fc.constantFrom<unknown>(
    '10.0.0.9-10.0.0.2',
    '2001:db8::1-10.0.0.1',
    '::/0',
    '0.0.0.0/0',
    'fe80::1%eth0',
    '',
    'dns',
    'gateway',
    null,
    true,
    0,
    32,
    80,
    128,
    -1,
    1.5,
  ),
  fc.string({ maxLength: 12 }),
);
const value: fc.Arbitrary<unknown> = fc.oneof({ withCrossShrink: true }, scalar, fc.array(scalar, { maxLength: 4 }));
/** Each key with what may be right there, now and then with anything. */
const record = (fields: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]): fc.Arbitrary<unknown> => {
  const likely = Object.entries(fields).map(([key, right]) => [
    key,
    fc.oneof({ arbitrary: right, weight: 120 }, { arbitrary: value, weight: 1 }),
  ]);
  const model = fc.record(Object.fromEntries(likely) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys });
  return fc.oneof({ arbitrary: model, weight: 120 }, { arbitrary: value, weight: 1 });
};
const of = (...values: unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values);
/** Some of a list's entries, in any order, now and then one of them wrong. */
const some = (entries: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.shuffledSubarray([...entries]),
      fc.oneof({ arbitrary: fc.constant([]), weight: 120 }, { arbitrary: fc.tuple(value), weight: 1 }) as fc.Arbitrary<unknown[]>,
    )
    .map(([chosen, wrong]) => [...chosen, ...wrong]);
const subnet = (
  range: string,
  gateways: string[],
  reserved: string[],
  statics: string[],
  more: Record<string, fc.Arbitrary<unknown>> = {},
) =>
  record(
    {
      range: of(range),
      gateway: of(...gateways),
      reserved: some(reserved),
      static: some(statics),
      dns: of(['8.8.8.8'], ['2001:4860:4860::8888']),
      az: of('z1'),
      on_link: of(true, false),
      cloud_properties: of({}, { name: 'n' }),
      ...more,
    },
    ['range', 'gateway', 'az'],
  );
const subnets = [
  subnet('10.0.0.0/24', ['10.0.0.1'], ['10.0.0.64/27', '10.0.0.3'], ['10.0.0.2', '10.0.0.4-10.0.0.9', '10.0.0.16/30'], {
    prefix: of(32, '32'),
  }),
  subnet('10.0.1.0/31', ['10.0.1.0'], [], ['10.0.1.1']),
  subnet(
    '2001:db8::/64',
    ['2001:db8::1', 'fe80::1', '2001:DB8:0:0::1'],
    ['2001:db8::ff00-2001:db8::1:0', '2001:db8::8000:0:0:0/65'],
    ['2001:db8::2', '2001:0DB8::10 - 2001:db8::20', '2001:db8::1:1-2001:db8::ffff:0'],
    { prefix: of(128, '128'), accept_router_advertisements: of(true, false) },
  ),
  subnet('2001:db8:1::/127', ['2001:db8:1::'], [], ['2001:db8:1::1']),
];
const manual = (name: string) =>
  record(
    {
      name: of(name),
      type: of('manual'),
      subnets: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }).chain((chosen) => fc.tuple(...chosen.map((at) => subnets[at] ?? value))),
    },
    ['name', 'subnets'],
  );
const network = fc.oneof(
  { arbitrary: manual('a'), weight: 8 },
  {
    arbitrary: record({ name: of('a'), type: of('vip'), subnets: of([{ static: ['198.51.100.7', '2001:db8:2::/120'], az: 'z1' }]) }, [
      'name',
      'type',
    ]),
    weight: 1,
  },
  {
    arbitrary: record({ name: of('a'), type: of('dynamic'), subnets: of([{ az: 'z1' }, { az: 'z1', prefix: 128 }]) }, [
      'name',
      'type',
      'subnets',
    ]),
    weight: 1,
  },
);
const networks = fc.oneof(
  { arbitrary: fc.tuple(network, manual('b'), manual('c.ipv6')).map(([a, b, c]) => [a, b, c]), weight: 60 },
  { arbitrary: fc.tuple(network, manual('a.ipv6')), weight: 5 },
  { arbitrary: value, weight: 1 },
);
const staticIps = fc.subarray(['10.0.0.2', '10.0.1.1', '2001:db8::2', '2001:db8::10', '10.0.0.4-10.0.0.5', '2001:db8:1::1/128'], {
  maxLength: 2,
});
const entry = (name: string) =>
  fc.oneof(
    { arbitrary: record({ name: of(name), nic_group: of('1', 2) }, ['name']), weight: 3 },
    {
      arbitrary: record({ name: of(name), static_ips: staticIps, default: of(['dns', 'gateway'], ['gateway']), nic_group: of('1', 2) }, [
        'name',
      ]),
      weight: 1,
    },
  );
const entries = fc.oneof(
  { arbitrary: fc.tuple(entry('a')), weight: 30 },
  { arbitrary: fc.tuple(entry('b'), record({ name: of('c.ipv6'), default: of(['dns', 'gateway']) }, ['name'])), weight: 30 },
  { arbitrary: value, weight: 1 },
);

const coded = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    if (!CodedError.is(error)) throw error;
    expect(error.where?.pointer).toBeTypeOf('string');
    return undefined;
  }
};

it('networks and those of instance groups are read, or refused with a code and a place', () => {
  let [read, grouped] = [0, 0];
  fc.assert(
    fc.property(networks, entries, fc.nat(2), (config, listed, instances) => {
      const parsed = coded(() => parseNetworks(config, { azNames: ['z1'], neverAllocate: [] }));
      if (parsed === undefined) return;
      read += 1;
      const options = { instances, azs: ['z1'], pointer: '/instance_groups/0/networks' };
      if (coded(() => parseInstanceGroupNetworks(listed, parsed, options)) !== undefined) grouped += 1;
    }),
    { numRuns: 5000 },
  );
  // Else it shows nothing; nor does it where hardly anything is refused.
  expect(read).toBeGreaterThan(2000);
  expect(read).toBeLessThan(4900);
  expect(grouped).toBeGreaterThan(500);
});
