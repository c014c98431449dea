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
    default: ['gateway'],
    mac: mac.eth1,
  },
};

test('neighbours that knew the addresses of another machine know of the move at once, routers and others', async () => {
  const stale = (ip: string, nic: string): string => `neigh replace ${ip} lladdr 02:de:ad:00:00:01 dev ${nic} nud stale`;
  const before = `ip ${stale('10.0.9.165', 'br0')}; ip ${stale('fd00:9::165', 'br1')}; on_other ip ${stale('10.0.9.165', 'o0')}; on_other ip ${stale('fd00:9::165', 'o1')}`;
  const { failure, output } = await configureMachine(
    [{ ...v4, ...v6 }],
    `until_new() { until "$@" | grep -q 'lladdr 02:00:'; do sleep 0.02; done; echo new; }
     until_new ip neigh show 10.0.9.165; until_new ip neigh show fd00:9::165
     until_new on_other ip neigh show 10.0.9.165; until_new on_other ip neigh show fd00:9::165`,
    { before },
  );
  expect(failure).toBeUndefined();
  expect(output.trim().split('\n')).toEqual(['new', 'new', 'new', 'new']);
});

for (const [family, networks, address, nic, taken] of [
  [6, v6, 'fd00:9::165', 'eth1', 'o1'],
  [4, v4, '10.0.9.165', 'eth0', 'o0'],
] as const) {
  test(`an IPv${family} address that another machine has is refused with that machine's MAC, and taken when it is free again`, async () => {
    const name = Object.keys(networks)[0];
    const length = family === 6 ? '64 nodad' : '24';
    const { failure, addresses, output } = await configureMachine(
      [networks],
      `on_other ip -br link show dev ${taken} | tr -s ' ' | cut -d' ' -f3
       on_other ip addr del ${address}/${length.replace(' nodad', '')} dev ${taken}; configure '${JSON.stringify(networks)}'; in_machine ip -o addr show dev ${nic} | grep -o ${address}`,
      { before: `on_other ip addr add ${address}/${length} dev ${taken}` },
    );
    const [other, now] = output.trim().split('\n').slice(-2);
    expect(failure).toMatchObject({
      code: 'DuplicateAddress',
      details: { address, network: name, nic, mac: expect.stringMatching(/^[0-9a-f:]{17}$/) },
    });
    expect(failure?.message).toContain(`${address} of network '${name}' is used by another machine on ${nic}, MAC ${failure?.details.mac}`);
    expect(failure?.details.mac).toBe(other);
    expect(addresses).not.toContain(address);
    expect(now).toBe(address);
  });
}

/** Makes a tool of the machine's file system another one: a script, or with nothing one that cannot be started. */
function instead(tool: string, script?: string): string {
  return script === undefined
    ? `in_machine mount --bind /dev/null /usr/bin/${tool}`
    : `printf '#!/bin/sh\n${script}\n' > $lab/${tool}; chmod 755 $lab/${tool}; in_machine mount --bind /lab/${tool} /usr/bin/${tool}`;
}

test.each([
  ['ndisc6', 'exit 1', 'ended with 1', v6],
  ['arping', 'exit 2', 'ended with 2', v4],
  ['arping', 'exit 0', 'it has sent nothing', v4],
  ['arping', undefined, 'cannot be started', v4],
])('%s that does not ask is not taken for silence: %s', async (tool, script, why, networks) => {
  const { failure, addresses } = await configureMachine([networks], '', { before: instead(tool, script) });
  expect(failure).toMatchObject({ code: 'ProbeFailed', details: { tool } });
  expect(failure?.message).toContain(why);
  expect(addresses).not.toMatch(/10\.0\.9\.165|fd00:9::165/);
});

for (const manager of ['iproute2', 'systemd-networkd']) {
  test(`without ndisc6 the kernel asks: an address that another machine has is refused, a free one serves; ${manager}`, async () => {
    const { failure, addresses, output } = await configureMachine(
      [v6],
      `on_other ip addr del fd00:9::165/64 dev o1; configure '${JSON.stringify(v6)}'; serve; client_get http://[fd00:9::165]/; in_machine ip -6 -o addr show dev eth1 to fd00:9::165 | grep -c '/64.*forever'`,
      { before: `${instead('ndisc6')}; on_other ip addr add fd00:9::165/64 dev o1 nodad`, manager },
    );
    expect(failure).toMatchObject({ code: 'DuplicateAddress', details: { address: 'fd00:9::165', network: 'ipv6', nic: 'eth1' } });
    expect(addresses).not.toContain('fd00:9::165');
    expect(output.trim().split('\n')).toEqual(['fd00:99::2', '1']);
  });
}

for (const [family, networks, address, nic] of [
  [6, v6, 'fd00:9::99', 'eth1'],
  [4, v4, '10.0.9.99', 'eth0'],
] as const) {
  const [bridge, other] = nic === 'eth1' ? ['b1', 'o1'] : ['b0', 'o0'];
  const wanted: Networks = Object.fromEntries(Object.entries(networks).map(([name, each]) => [name, { ...each, ip: address }]));
  test(`without a link nobody can be asked for an IPv${family} address: it is not taken, and when the link is there, late or at last, the duplicate is found`, async () => {
    const { failure, addresses, output } = await configureMachine(
      [wanted],
      `patience=; ip link set ${bridge} down
       configure '${JSON.stringify(wanted)}' > $lab/late & late=$!
       # Its ear is open: it waits.
       until in_machine sh -c 'cat /proc/[0-9]*/cmdline' | tr '\\0' ' ' | grep -q 'ip[ ]monitor'; do sleep 0.02; done
       ip link set ${bridge} up; wait $late; cat $lab/late; on_other ip -o link show dev ${other} | grep -o 'ether [^ ]*'`,
      { before: `patience=200; ip link set ${bridge} down` },
    );
    expect(failure).toMatchObject({ code: 'NoCarrier', details: { nic } });
    expect(addresses).not.toContain(address);
    const [late = '', ether = ''] = output.trim().split('\n');
    expect(JSON.parse(late)).toMatchObject({ code: 'DuplicateAddress', details: { address, mac: ether.split(' ')[1] } });
  });
}

test('a kernel without IPv6 fails early where IPv6 is wanted, naming the boot parameter, and serves IPv4', async () => {
  const before = 'in_machine mount -t tmpfs none /proc/sys/net/ipv6';
  const { failure } = await configureMachine([{ ...v4, ...v6 }], '', { before });
  expect(failure).toMatchObject({ code: 'Ipv6Unavailable', details: { nic: 'eth1', boot_parameter: 'ipv6.disable=1' } });
  expect(failure?.message).toContain('ipv6.disable=1');
  const without = await configureMachine([v4], 'serve; get http://10.0.9.165/', { before });
  expect(without.failure).toBeUndefined();
  expect(without.output.trim()).toBe('::ffff:10.0.9.1');
});

test('redirects are not followed, in neither family; with the settings of a stock image they are', async () => {
  // Echo requests: TCP takes no redirect that arrives while its socket is still in the call that sent the packet, as it does here.
  const talk = 'ping -qi 0.1 198.51.100.1 & ping -qi 0.1 2001:db8:1::1';
  const ways = "in_machine sh -c 'ip route get 198.51.100.1 from 10.0.9.165; ip -6 route get 2001:db8:1::1 from fd00:9::165'";
  const { output } = await configureMachine(
    [{ default: { ...v4.default, default: ['gateway'] }, ipv6: { ...v6.ipv6, gateway: 'fe80::1' } }],
    `other_ll=$(on_other ip -6 -o addr show dev o1 scope link | grep -o 'fe80:[^/]*'); echo 1 > /proc/sys/net/ipv4/conf/br0/send_redirects
     ip route add 198.51.100.0/24 via 10.0.9.99 dev br0; ip route add 2001:db8:1::/64 via $other_ll dev br1
     tcpdump -Unli b0 'icmp[0] == 5' > $lab/out0 2> $lab/err0 & tcpdump -Unli b1 'ip6[40] == 137' > $lab/out1 2> $lab/err1 &
     until grep -q listening $lab/err0 && grep -q listening $lab/err1; do sleep 0.02; done
     in_machine sh -c '${talk}' > /dev/null 2>&1 &
     until [ $(wc -l < $lab/out0) -ge 2 ] && [ $(wc -l < $lab/out1) -ge 2 ]; do sleep 0.02; done
     ${ways} | grep -o 'via [^ ]*'
     in_machine sh -c 'for each in all eth0; do echo 1 > /proc/sys/net/ipv4/conf/$each/accept_redirects; done; echo 1 > /proc/sys/net/ipv6/conf/eth1/accept_redirects'
     until ${ways} | grep -q 'via 10.0.9.99' && ${ways} | grep -q "via $other_ll"; do sleep 0.02; done; echo followed`,
  );
  expect(output.trim().split('\n')).toEqual(['via 10.0.9.1', 'via fe80::1', 'followed']);
});

test('what nobody assigned is told: addresses of every kind, and a route that was learnt', async () => {
  const report = `in_machine /node --input-type=module -e "import { foreignAddresses } from 'file:///repo/apps/agent/dist/network/foreign-addresses.js'; console.log(JSON.stringify(await foreignAddresses(JSON.parse(process.argv[1]))))" '${JSON.stringify({ ...v4, ...v6 })}'`;
  const { output } = await configureMachine(
    [{ ...v4, ...v6 }],
    `${report}
     in_machine ip addr add 10.0.9.77/24 dev eth0; in_machine ip addr add fd00:bad::1/64 dev eth1 nodad valid_lft 500 preferred_lft 400; in_machine ip addr add fe80::77/64 dev eth1 nodad
     in_machine ip -6 route add default via fe80::bad dev eth1 proto ra metric 1 expires 100
     ${report}`,
  );
  const [clean, drift] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(clean).toEqual([]);
  expect(drift).toEqual([
    { nic: 'eth0', address: '10.0.9.77', kind: 'static' },
    { nic: 'eth1', address: 'fd00:bad::1', kind: 'slaac' },
    { nic: 'eth1', address: 'fe80::77', kind: 'link-local' },
    { nic: 'eth1', address: 'fe80::bad', kind: 'route' },
  ]);
});

test('on a NIC that others configure, IPv6 that its network is not of is told, what they may give is not', async () => {
  const networks: Networks = { four: { type: 'dynamic', mac: mac.eth0 }, six: { type: 'dynamic', prefix: '128', mac: mac.eth1 } };
  const { output } = await configureMachine(
    [networks],
    `in_machine sh -c 'echo 0 > /proc/sys/net/ipv6/conf/eth0/disable_ipv6; ip link set eth0 up; ip link set eth1 up; ip addr add 10.0.9.77/24 dev eth0'
     in_machine ip addr add fd00:bad::1/64 dev eth0 nodad; in_machine ip addr add fd00:9::165/64 dev eth1 nodad
     until in_machine ip -6 -o addr show dev eth0 | grep -q fe80; do sleep 0.02; done
     in_machine /node --input-type=module -e "import { foreignAddresses } from 'file:///repo/apps/agent/dist/network/foreign-addresses.js'; console.log(JSON.stringify(await foreignAddresses(JSON.parse(process.argv[1]))))" '${JSON.stringify(networks)}'`,
  );
  expect(JSON.parse(output)).toEqual([
    { nic: 'eth0', address: 'fd00:bad::1', kind: 'static' },
    { nic: 'eth0', address: expect.stringMatching(/^fe80:/), kind: 'link-local' },
  ]);
});

test('listeners by the flag of their sockets; loopback, and the agent itself, are left out', async () => {
  const listen = (port: number, options: object): string => `createServer().listen(${JSON.stringify({ port, ...options })})`;
  const job = [
    listen(80, { host: '::' }),
    listen(81, { host: '::', ipv6Only: true }),
    listen(82, { host: '0.0.0.0' }),
    listen(83, { host: '127.0.0.1' }),
  ];
  const { output } = await configureMachine(
    [v6],
    `in_machine /node -e "const { createServer } = require('net'); ${job.join(';').replaceAll('"', "'")}" &
     until [ $(in_machine ss -Hltn | wc -l) = 4 ]; do sleep 0.02; done
     in_machine /node --input-type=module -e "import { listeners } from 'file:///repo/apps/agent/dist/network/listeners.js'; import { createServer } from 'net'; createServer().listen(84, async function () { console.log(JSON.stringify(await listeners())); this.close(); })"`,
  );
  const process = expect.any(String);
  expect(JSON.parse(output)).toEqual([
    { port: 80, addresses: ['::'], families: [4, 6], process },
    { port: 81, addresses: ['::'], families: [6], process },
    { port: 82, addresses: ['0.0.0.0'], families: [4], process },
  ]);
});

test('a gateway stays pinned while the addresses are announced, which makes the kernel forget its neighbours', async () => {
  const announcing = `import { announce } from 'file:///repo/apps/agent/dist/network/announce.js'; import { GatewayGuard } from 'file:///repo/apps/agent/dist/network/gateway-guard.js'; import { realWorld } from 'file:///repo/packages/base/dist/index.js'; import { IpAddress } from 'file:///repo/packages/ip/dist/index.js';
    const log = { info() {}, warn: console.log }; const guard = new GatewayGuard(realWorld(), log);
    await guard.watch({ routes: [{ family: 6, via: IpAddress.parse('fe80::1'), nic: 'eth1' }] });
    await announce([{ name: 'eth1', mac: '02:00:26:01:01:65' }], log, () => guard.pins, () => process.exit());`;
  const { output } = await configureMachine(
    [{ ipv6: { ...v6.ipv6, gateway: 'fe80::1' } }],
    `in_machine /node --input-type=module -e "${announcing.replaceAll('"', '\\"')}"; in_machine ip -6 neigh show fe80::1 dev eth1`,
  );
  expect(output.trim()).toMatch(/ lladdr 02:ff:00:00:00:06 PERMANENT/);
});

test('a spoofed neighbour does not take the gateway over: unasked advertisements, and answers to every question', async () => {
  const guard = `import { configureNetworks } from 'file:///repo/apps/agent/dist/network/configure.js'; import { GatewayGuard } from 'file:///repo/apps/agent/dist/network/gateway-guard.js'; import { realWorld } from 'file:///repo/packages/base/dist/index.js';
    const log = { info() {}, warn() {} }; const gateways = new GatewayGuard({ ...realWorld(), every: (_, act) => setInterval(act, 100) }, log);
    await configureNetworks(JSON.parse(process.argv[1]), { log, gateways });
    setInterval(() => console.log(JSON.stringify(gateways.disputed)), 50);`;
  const settings = JSON.stringify({ ipv6: { ...v6.ipv6, gateway: 'fe80::1' } });
  const entry = 'in_machine ip -6 neigh show fe80::1 dev eth1';
  const { output } = await configureMachine(
    [],
    `in_machine /node --input-type=module -e "${guard.replaceAll('"', '\\"')}" '${settings}' > $lab/disputed & guard=$!
     until ${entry} | grep -q PERMANENT; do sleep 0.02; done; ${entry} | grep -o 'lladdr [^ ]*'
     # The other machine has the gateway's address too, says so, and answers whoever asks.
     on_other sh -c 'echo 1 > /proc/sys/net/ipv6/conf/o1/ndisc_notify; ip -6 addr add fe80::1/64 dev o1 nodad; ip link set o1 address 02:bb:00:00:00:01'
     until grep -q '"address":"fe80::1","kind":"neighbour"' $lab/disputed; do sleep 0.02; done
     ${entry} | grep -o 'lladdr [^ ]*'; serve; client_get http://[fd00:9::165]/
     # The gateway is silent, and there is one successor.
     ip -6 addr del fe80::1/64 dev br1; until ${entry} | grep -q 'lladdr 02:bb:00:00:00:01'; do sleep 0.02; done; echo replaced; kill $guard`,
  );
  expect(output.trim().split('\n')).toEqual(['lladdr 02:ff:00:00:00:06', 'lladdr 02:ff:00:00:00:06', 'fd00:99::2', 'replaced']);
});
