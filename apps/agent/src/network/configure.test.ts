import type { Networks } from '@bosh6/agent-protocol';
import { expect, test } from 'vitest';
import { configureMachine, mac } from '../testing/network-lab.js';

const v4: Networks = {
  default: { type: 'manual', ip: '10.0.9.165', netmask: '255.255.255.0', prefix: '32', gateway: '10.0.9.1', mac: mac.eth0 },
};
const v6: Networks = {
  ipv6: {
    type: 'manual',
    ip: 'fd00:9::165',
    netmask: 'ffff:ffff:ffff:ffff::',
    prefix: '128',
    gateway: 'fd00:9::1',
    default: ['dns', 'gateway'],
    mac: mac.eth1,
  },
};

test("the post's machine: an address a NIC, the default route on IPv6 only, nothing learnt from the link", async () => {
  const { failure, addresses, routes, output } = await configureMachine(
    [{ ...v4, ...v6 }],
    `in_machine sh -c 'cd /proc/sys/net/ipv6/conf; cat eth0/disable_ipv6 eth1/disable_ipv6 eth1/accept_ra eth1/autoconf eth1/accept_redirects | tr -d "\\n"'
     serve; reach http://10.0.9.165/; reach http://[fd00:9::165]/`,
  );
  expect(failure).toBeUndefined();
  expect(addresses).toMatch(/eth0 +inet 10\.0\.9\.165\/24/);
  expect(addresses).not.toMatch(/eth0 +inet6/);
  expect(addresses).toMatch(/eth1 +inet6 fd00:9::165\/64/);
  expect(routes).toMatch(/^default via fd00:9::1 dev eth1/m);
  expect(routes.match(/^default/gm)).toHaveLength(1);
  expect(output).toBe('10000');
});

test('both families on one NIC, each with its default route, the IPv6 gateway link-local', async () => {
  const networks: Networks = {
    a: { ...v4.default, default: ['gateway'], mac: mac.eth1 },
    b: { ...v6.ipv6, gateway: 'fe80::1' },
  };
  const { failure, addresses, routes } = await configureMachine([networks]);
  expect(failure).toBeUndefined();
  expect(addresses).toMatch(/eth1 +inet 10\.0\.9\.165\/24/);
  expect(addresses).toMatch(/eth1 +inet6 fd00:9::165\/64/);
  expect(routes).toMatch(/^default via 10\.0\.9\.1 dev eth1/m);
  expect(routes).toMatch(/^default via fe80::1 dev eth1/m);
});

test('done again it changes nothing, and an address of an older plan goes', async () => {
  const other: Networks = { ipv6: { ...v6.ipv6, ip: 'fd00:9::166' } };
  const { failure, addresses } = await configureMachine([v6, v6, other]);
  expect(failure).toBeUndefined();
  expect(addresses).toContain('fd00:9::166/64');
  expect(addresses).not.toContain('fd00:9::165');
});

test('a delegated prefix: every address of it answers', async () => {
  const delegated: Networks = { prefix: { ...v6.ipv6, ip: 'fd00:9:0:1::', prefix: '80', default: [] } };
  const { failure } = await configureMachine(
    [{ ...v6, ...delegated }],
    'ip route add fd00:9:0:1::/80 via fd00:9::165 dev br1; serve; reach http://[fd00:9:0:1::beef]/',
  );
  expect(failure).toBeUndefined();
});

test('an IPv6 address that another machine has is not taken', async () => {
  const { failure, addresses } = await configureMachine([{ ipv6: { ...v6.ipv6, ip: 'fd00:9::99' } }]);
  expect(failure).toMatchObject({
    code: 'DuplicateAddress',
    details: { address: 'fd00:9::99', network: 'ipv6', nic: 'eth1', mac: expect.any(String) },
  });
  expect(addresses).not.toContain('fd00:9::99');
});

test('an IPv4 address that another machine has is not taken', async () => {
  const { failure, addresses } = await configureMachine([{ default: { ...v4.default, ip: '10.0.9.99' } }]);
  expect(failure).toMatchObject({ code: 'DuplicateAddress', details: { address: '10.0.9.99', nic: 'eth0' } });
  expect(addresses).not.toContain('10.0.9.99');
});

test('a dynamic network of IPv4 keeps its address, and its NIC carries no IPv6; one of IPv6 is open to who configures it', async () => {
  const before = `in_machine sh -c 'echo 1 > /proc/sys/net/ipv6/conf/eth0/accept_ra; echo 1 > /proc/sys/net/ipv6/conf/eth1/accept_ra'
    in_machine ip link set eth0 up; in_machine ip link set eth1 up
    in_machine ip addr add 10.0.9.165/24 dev eth0; in_machine ip addr add fd00:9::165/64 dev eth1 nodad; in_machine ip addr add fd00:bad::1/64 dev eth0 nodad`;
  const { failure, addresses, output } = await configureMachine(
    [{ four: { type: 'dynamic', prefix: '32', mac: mac.eth0 }, six: { type: 'dynamic', prefix: '128', mac: mac.eth1 } }],
    `in_machine sh -c 'cd /proc/sys/net/ipv6/conf; cat eth0/disable_ipv6 eth0/accept_ra eth1/disable_ipv6 eth1/accept_ra | tr -d "\\n"'`,
    { before },
  );
  expect(failure).toBeUndefined();
  expect(addresses).toMatch(/eth0 +inet 10\.0\.9\.165\/24/);
  expect(addresses).not.toMatch(/eth0 +inet6/);
  expect(addresses).toMatch(/eth1 +inet6 fd00:9::165\/64/);
  expect(output).toBe('1001');
});
