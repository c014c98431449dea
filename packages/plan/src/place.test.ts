import { expect, test } from 'vitest';
import { place } from './place.js';
import { carriedOut, cloudText, desire, emptySnapshot, type GroupText, manifestText } from './scenario.test.support.js';

const group: GroupText = { name: 'web', instances: 2, azs: ['z1', 'z2'], networks: '[{name: v4}]' };
const placed = (change: Partial<GroupText>, cloud?: string) => place(emptySnapshot, desire(manifestText([{ ...group, ...change }]), cloud));

test('static addresses of two networks are matched by AZ, not by position', () => {
  const two = placed({
    networks:
      '[{name: v4, static_ips: [10.0.1.50, 10.0.0.50]}, {name: v6, static_ips: ["fd00:1::50", "fd00:1::51"], default: [dns, gateway]}]',
  });
  expect(two.instances.map(({ az, reservations }) => [az, ...reservations.map(({ address }) => address)])).toEqual([
    ['z2', '10.0.1.50', 'fd00:1::50'],
    ['z1', '10.0.0.50', 'fd00:1::51'],
  ]);
  expect(two.instances[0]?.ip).toBe('fd00:1::50');
});

test('an instance keeps the listed address that it holds when the list grows or is turned round', () => {
  const list = (...addresses: string[]): GroupText => ({
    ...group,
    instances: addresses.length,
    azs: ['z1'],
    networks: `[{name: v4, static_ips: [${addresses.join(', ')}]}]`,
  });
  const before = place(emptySnapshot, desire(manifestText([list('10.0.0.50', '10.0.0.51')])));
  const after = place(carriedOut(before), desire(manifestText([list('10.0.0.52', '10.0.0.51', '10.0.0.50')])));
  const of = (uuid: string | undefined) => after.instances.find((instance) => instance.uuid === uuid)?.reservations[0];
  expect(of(before.instances[0]?.uuid)).toMatchObject({ address: '10.0.0.50', heldBy: 1 });
  expect(of(before.instances[1]?.uuid)).toMatchObject({ address: '10.0.0.51', heldBy: 2 });
});

test.each([
  ['unknown network', { networks: '[{name: nowhere}]' }, 150001, '/instance_groups/0/networks/0/name'],
  ['unknown AZ', { azs: ['z1', 'z9'] }, 140018, '/instance_groups/0/azs/1'],
  ['too few static addresses', { networks: '[{name: v4, static_ips: [10.0.0.50]}]' }, 150002, '/instance_groups/0/networks/0/static_ips'],
  [
    'duplicate static address',
    { networks: '[{name: v4, static_ips: [10.0.0.50, 10.0.0.50]}]' },
    150009,
    '/instance_groups/0/networks/0/static_ips/1',
  ],
  [
    'address outside',
    { networks: '[{name: v4, static_ips: [10.9.0.50, 10.0.0.50]}]' },
    150002,
    '/instance_groups/0/networks/0/static_ips/0',
  ],
  [
    'address of a foreign AZ',
    { networks: '[{name: v4, static_ips: [10.0.2.50, 10.0.0.50]}]' },
    150007,
    '/instance_groups/0/networks/0/static_ips/0',
  ],
])('%s', (_, change, number, pointer) => {
  expect(() => placed(change)).toThrow(expect.objectContaining({ number, where: expect.objectContaining({ pointer }) }));
});

test('an address that another deployment holds', () => {
  const snapshot = { ...carriedOut(placed({ instances: 1, networks: '[{name: v4, static_ips: [10.0.0.50]}]' })), instances: [] };
  const desired = desire(manifestText([{ ...group, instances: 1, networks: '[{name: v4, static_ips: [10.0.0.50]}]' }]));
  expect(() => place(snapshot, desired)).toThrow(expect.objectContaining({ number: 130008 }));
});

test('no address left, pointed at in the cloud config that has the network', () => {
  const full = cloudText.replace('azs: [z1], static: [10.0.0.50-10.0.0.60]', 'azs: [z1], reserved: [10.0.0.2-10.0.0.253]');
  expect(() => placed({ azs: ['z1'] }, full)).toThrow(
    expect.objectContaining({ number: 130011, where: expect.objectContaining({ document: 'cloud' }) }),
  );
});

test.each([
  ['job', (text: string) => text.replace('name: j,', 'name: k,'), 140029, '/instance_groups/0/jobs/0/name'],
  ['disk type', (text: string) => text.replace('networks:', 'persistent_disk_type: huge, networks:'), 140012, undefined],
  ['VM type', (text: string) => text.replace('vm_type: small', 'vm_type: huge'), 140004, '/instance_groups/0/vm_type'],
])('unknown %s', (_, change, number, pointer) => {
  const where = pointer === undefined ? {} : { where: expect.objectContaining({ pointer }) };
  expect(() => place(emptySnapshot, desire(change(manifestText([group]))))).toThrow(expect.objectContaining({ number, ...where }));
});

const shared = `azs: [{name: z1}, {name: z2}, {name: z3}]
vm_types: [{name: small}]
networks:
- name: shared
  subnets:
  - {range: 10.0.0.0/16, gateway: 10.0.0.1, azs: [z1, z2], static: [10.0.1.0-10.0.99.255]}
  - {range: 10.1.0.0/24, gateway: 10.1.0.1, azs: [z3]}
- name: apart
  subnets:
  - {range: 10.2.0.0/24, gateway: 10.2.0.1, azs: [z1], static: [10.2.0.50-10.2.0.99]}
  - {range: 10.3.0.0/24, gateway: 10.3.0.1, azs: [z2], static: [10.3.0.50-10.3.0.99]}
  - {range: 10.4.0.0/24, gateway: 10.4.0.1, azs: [z3], static: [10.4.0.50-10.4.0.99]}
compilation: {workers: 1, network: shared, az: z1, vm_type: small}
`;

test('many static addresses of which two are in the wrong AZ are refused, before all ways to give them were tried', () => {
  const networks = `[{name: shared, default: [dns, gateway], static_ips: [10.0.1.0-10.0.1.39]},
    {name: apart, static_ips: [10.2.0.50-10.2.0.68, 10.3.0.50-10.3.0.68, 10.4.0.50, 10.4.0.51]}]`;
  expect(() => placed({ instances: 40, azs: ['z1', 'z2', 'z3'], networks }, shared)).toThrow(expect.objectContaining({ number: 150002 }));
});

test('the AZ that comes first is given up where the other network needs it to be', () => {
  const networks = `[{name: shared, default: [dns, gateway], static_ips: [10.0.1.0-10.0.1.2]}, {name: apart, static_ips: [10.3.0.50, 10.2.0.50, 10.3.0.51]}]`;
  const { instances } = placed({ instances: 3, networks }, shared);
  expect(instances.map(({ az, reservations }) => [az, ...reservations.map(({ address }) => address)])).toEqual([
    ['z1', '10.0.1.0', '10.2.0.50'],
    ['z2', '10.0.1.1', '10.3.0.50'],
    ['z2', '10.0.1.2', '10.3.0.51'],
  ]);
});

test('thousands of static addresses', () => {
  const desired = desire(
    manifestText([{ ...group, instances: 5120, networks: '[{name: shared, static_ips: [10.0.1.0-10.0.20.255]}]' }]),
    shared,
  );
  const newIds = Array.from({ length: 5120 }, (_, at) => `new-${at}`);
  const { instances } = place(emptySnapshot, { ...desired, newIds });
  expect(instances.at(-1)).toMatchObject({ index: 5119, ip: '10.0.20.255' });
});
