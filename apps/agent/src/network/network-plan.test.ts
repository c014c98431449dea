import { expect, test } from 'vitest';
import { planNetworks } from './network-plan.js';

const nics = [
  { name: 'eth0', mac: '02:00:00:00:00:01' },
  { name: 'eth1', mac: '02:00:00:00:00:02' },
];

test('a gateway outside the subnet is made reachable on the link', () => {
  const plan = planNetworks(
    { a: { ip: 'fd00::5', netmask: 'ffff:ffff:ffff:ffff::', gateway: 'fd01::1', default: ['gateway'], mac: '02:00:00:00:00:02' } },
    nics,
  );
  expect(plan.routes.filter(({ table }) => table === 254).map(({ via, onLink, nic }) => [via?.toString(), onLink, nic])).toEqual([
    ['fd01::1', true, 'eth1'],
  ]);
});

test('a network without a MAC takes the only NIC', () => {
  const plan = planNetworks({ a: { ip: '10.0.0.5', netmask: '255.0.0.0' } }, nics.slice(0, 1));
  expect(plan.nics[0]?.addresses.map(({ address, length }) => `${address}/${length}`)).toEqual(['10.0.0.5/8']);
});

test.each([
  ['two NICs', { a: { ip: '10.0.0.5' } }, nics],
  ['two networks', { a: { ip: '10.0.0.5' }, b: { ip: 'fd00::5', mac: '02:00:00:00:00:01' } }, nics.slice(0, 1)],
  ['no NIC', { a: { ip: '10.0.0.5' } }, []],
])('a network without a MAC that can be of no one NIC, %s, is refused before anything is flushed', (_, networks, present) => {
  expect(() => planNetworks(networks, present)).toThrow(
    expect.objectContaining({
      code: 'NicNotFound',
      message: expect.stringContaining("network 'a'"),
      details: { network: 'a', present: present.map(({ mac }) => mac) },
    }),
  );
});

test.each([
  ['dynamic', { type: 'dynamic' }, [true, false]],
  ['preconfigured', { preconfigured: true, ip: 'fd00::5' }, [true, true]],
])('a %s network without a MAC may be on any NIC that no other network has: those are left alone', (_, network, [untouched, ipv6]) => {
  const plan = planNetworks({ a: network, b: { ip: '10.0.0.5', mac: '02:00:00:00:00:01' } }, nics);
  expect(plan.nics.map((nic) => [nic.untouched, nic.ipv6])).toEqual([
    [false, false],
    [untouched, ipv6],
  ]);
});

test('a MAC that no NIC has', () => {
  expect(() => planNetworks({ a: { ip: '10.0.0.5', mac: '02:00:00:00:00:09' } }, nics)).toThrow(
    expect.objectContaining({ code: 'NicNotFound' }),
  );
});

test('what is no address is said with its place', () => {
  expect(() => planNetworks({ a: { ip: '10.0.0.05x', mac: '02:00:00:00:00:01' } }, nics)).toThrow(
    expect.objectContaining({ code: 'InvalidSettings', where: { pointer: '/networks/a/ip' } }),
  );
});

test('networks that others configure, and virtual addresses, are left alone', () => {
  const plan = planNetworks({ a: { type: 'dynamic', mac: '02:00:00:00:00:01' }, b: { type: 'vip', ip: '192.0.2.1' } }, nics);
  expect(plan.nics.map(({ untouched, addresses }) => [untouched, addresses.length])).toEqual([
    [true, 0],
    [false, 0],
  ]);
});

test.each([
  [{ type: 'dynamic' }, false],
  [{ type: 'dynamic', prefix: '32' }, false],
  [{ type: 'dynamic', prefix: '128' }, true],
  [{ preconfigured: true, ip: '10.0.0.5' }, false],
  [{ preconfigured: true, ip: 'fd00::5' }, true],
])('a NIC that others configure carries IPv6 when its network is of that family: %j', (network, ipv6) => {
  const plan = planNetworks({ a: { ...network, mac: '02:00:00:00:00:01' } }, nics);
  expect(plan.nics[0]).toMatchObject({ untouched: true, ipv6 });
});
