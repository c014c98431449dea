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
    fc.oneof({ arbitrary: right, weight: 30 }, { arbitrary: value, weight: 1 }),
  ]);
  const model = fc.record(Object.fromEntries(likely) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys });
  return fc.oneof({ arbitrary: model, weight: 30 }, { arbitrary: value, weight: 1 });
};
const of = (...values: unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values);
const subnets = [
  { range: '10.0.0.0/24', gateway: of('10.0.0.1'), list: of('10.0.0.2', '10.0.0.4-10.0.0.9', '10.0.0.16/30') },
  { range: '10.0.1.0/31', gateway: of('10.0.1.0'), list: of('10.0.1.1') },
  {
    range: '2001:db8::/64',
    gateway: of('2001:db8::1', 'fe80::1', '2001:db8::'),
    list: of('2001:db8::2', '2001:db8::10-2001:db8::1:0', '2001:db8::8000:0:0:0/65'),
  },
  { range: '2001:db8:1::/127', gateway: of('2001:db8:1::'), list: of('2001:db8:1::1') },
].map(({ range, gateway, list }) =>
  record(
    {
      range: of(range),
      gateway,
      reserved: fc.array(list, { maxLength: 2 }),
      static: fc.array(list, { maxLength: 2 }),
      dns: of(['8.8.8.8'], ['2001:4860:4860::8888']),
      az: of('z1'),
      prefix: of(32, 128, 80),
      on_link: of(true, false),
      accept_router_advertisements: of(true, false),
      cloud_properties: of({}, { name: 'n' }),
    },
    ['range', 'gateway', 'az'],
  ),
);
const network = record(
  {
    name: of('a', 'b', 'a.ipv6'),
    type: of('manual', 'manual', 'vip', 'dynamic'),
    subnets: fc.array(fc.oneof(...subnets), { minLength: 1, maxLength: 2 }),
  },
  ['name', 'subnets'],
);
const staticIps = fc.array(of('10.0.0.2', '10.0.1.1', '2001:db8::2', '2001:db8::10', '10.0.0.4-10.0.0.5', '2001:db8:1::1/128'), {
  maxLength: 2,
});
const entry = record({ name: of('a', 'b'), static_ips: staticIps, default: of(['dns', 'gateway'], ['gateway']), nic_group: of('1', 2) }, [
  'name',
]);
const networks = fc.oneof({ arbitrary: fc.array(network, { minLength: 1, maxLength: 2 }), weight: 30 }, { arbitrary: value, weight: 1 });
const entries = fc.oneof({ arbitrary: fc.array(entry, { minLength: 1, maxLength: 2 }), weight: 30 }, { arbitrary: value, weight: 1 });

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
  // Else it shows nothing.
  expect(Math.min(read, grouped)).toBeGreaterThan(5);
});
