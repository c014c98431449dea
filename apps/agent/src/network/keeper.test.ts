import type { Networks } from '@bosh6/agent-protocol';
import { expect, test } from 'vitest';
import { configureMachine, mac } from '../testing/network-lab.js';

const route = { destination: '203.0.113.0', netmask: '255.255.255.0', gateway: '10.0.9.7' };
const networks: Networks = {
  four: {
    type: 'manual',
    ip: '10.0.9.165',
    netmask: '255.255.255.0',
    gateway: '10.0.9.1',
    default: ['gateway'],
    routes: [route],
    mac: mac.eth0,
  },
  six: { type: 'manual', ip: 'fd00:9::165', netmask: 'ffff:ffff:ffff:ffff::', gateway: 'fd00:9::1', default: ['gateway'], mac: mac.eth1 },
};

const module = (name: string): string => `file:///repo/apps/agent/dist/network/${name}.js`;
/** `told`: what is foreign or lost; `look N`: as many looks of one keeper, each after SPOIL, which prints what it logs. */
const helpers = (manager = 'iproute2'): string => `
told() { in_machine /node --input-type=module -e "import { foreignAddresses } from '${module('foreign-addresses')}'; for (const each of await foreignAddresses(JSON.parse(process.argv[1]))) console.log(each.nic, each.address, each.kind)" '${JSON.stringify(networks)}'; }
look() { in_machine /node --input-type=module -e "import { NetworkKeeper } from '${module('keeper')}'; import { execFileSync } from 'child_process';
  const keeper = new NetworkKeeper({ manager: '${manager}', log: { info() {}, warn: (text, more) => console.log(text + (more.reason ? ': ' + more.reason : '')) } });
  for (let left = Number(process.argv[2]); left > 0; left--) { if (process.argv[3]) execFileSync('sh', ['-c', process.argv[3]]); await keeper.look(JSON.parse(process.argv[1])); }
  process.exit();" '${JSON.stringify(networks)}' "$@"; }
all() { in_machine sh -c 'ip -o addr; ip -N route show table all; ip -6 -N route show table all; ip rule; ip -6 rule' | sed -E 's/valid_lft [^ ]+|preferred_lft [^ ]+//g' | sort; }
until in_machine ip -6 route show table local | grep -q fd00:9::165; do sleep 0.02; done
`;
const lines = (output: string): string[] => output.trim().split('\n');

test('a lost address and lost routes are told, and put back as they were', async () => {
  const { failure, output } = await configureMachine(
    [networks],
    `${helpers()} told; all > $lab/first
     in_machine ip -6 addr del fd00:9::165/64 dev eth1; in_machine ip route del default; in_machine ip route del 203.0.113.0/24
     told; look 1; told; until all | diff $lab/first - > $lab/differs; do sleep 0.02; done
     serve; client_get http://10.0.9.165/; client_get http://[fd00:9::165]/; look 1`,
  );
  expect(failure).toBeUndefined();
  expect(lines(output)).toEqual([
    'eth1 fd00:9::165 missing',
    'eth0 10.0.9.1 missing-route',
    'eth0 203.0.113.0/24 missing-route',
    'put back what the interfaces had lost',
    '::ffff:192.0.2.2',
    'fd00:99::2',
  ]);
});

test('an address that another machine took meanwhile stays away, and the rest comes back', async () => {
  const { output } = await configureMachine(
    [networks],
    `${helpers()} in_machine ip -6 addr del fd00:9::165/64 dev eth1; in_machine ip route del default; on_other ip addr add fd00:9::165/64 dev o1 nodad
     look 2; told`,
  );
  expect(lines(output)).toEqual([
    expect.stringMatching(/^a lost address is not taken again: fd00:9::165 of network 'six' is used by another machine/),
    'put back what the interfaces had lost',
    'eth1 fd00:9::165 missing',
  ]);
});

test('who takes the same away time after time has it; it is told once', async () => {
  const { output } = await configureMachine([networks], `${helpers()} look 5 'ip route del default 2> /dev/null || true'; told`);
  expect(lines(output)).toEqual([
    ...Array(3).fill('put back what the interfaces had lost'),
    'the interfaces lose again and again what the settings say: put back 3 times',
    'eth0 10.0.9.1 missing-route',
  ]);
});

test('rules that somebody took away stay away', async () => {
  const { output } = await configureMachine([networks], `${helpers()} in_machine ip rule flush; look 1; in_machine ip rule | wc -l`);
  expect(lines(output)).toEqual(['1']);
});

test('what a daemon keeps is told and left alone', async () => {
  const { output } = await configureMachine([networks], `${helpers('systemd-networkd')} in_machine ip route del default; look 1; told`);
  expect(lines(output)).toEqual(['eth0 10.0.9.1 missing-route']);
});
