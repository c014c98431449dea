import { spawn } from 'node:child_process';
import type { Networks } from '@bosh6/agent-protocol';

export const mac = { eth0: '02:00:0a:00:09:a5', eth1: '02:00:26:01:01:65' } as const;

const configureJs = new URL('../../dist/network/configure.js', import.meta.url).href;

/** A machine with two NICs, br0 and br1 on their other ends, where a neighbour has 10.0.9.99 and fd00:9::99. */
const links = `
mount -t sysfs sysfs /sys
ip -batch - <<END
link set lo up
link add br0 address 02:ff:00:00:00:04 type bridge mcast_snooping 0
link add br1 address 02:ff:00:00:00:06 type bridge mcast_snooping 0
link add a0 address ${mac.eth0} type veth peer name b0
link add a1 address ${mac.eth1} type veth peer name b1
link set b0 master br0
link set b1 master br1
END
unshare -n sleep 1000 & machine=$!
unshare -n sleep 1000 & other=$!
trap 'kill $machine $other' EXIT
until [ "$(readlink /proc/$machine/ns/net)" != "$(readlink /proc/self/ns/net)" ] && [ "$(readlink /proc/$other/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do :; done
ip -batch - <<END
link set a0 netns $machine name eth0 alias bosh-interface-eth0
link set a1 netns $machine name eth1 alias bosh-interface-eth1
link add o0 netns $other type veth peer name p0
link add o1 netns $other type veth peer name p1
link set p0 master br0
link set p1 master br1
END
for each in br0 br1 b0 b1 p0 p1; do
  echo 0 > /proc/sys/net/ipv6/conf/$each/accept_dad
  ip link set $each up
done
ip addr add 10.0.9.1/24 dev br0
ip addr add fd00:9::1/64 dev br1 nodad
ip addr add fe80::1/64 dev br1 nodad
nsenter -t $other -n ip -batch - <<END
link set o0 up
link set o1 up
addr add 10.0.9.99/24 dev o0
addr add fd00:9::99/64 dev o1 nodad
END
`;

export interface ConfiguredMachine {
  /** What was thrown, by code and details. */
  failure?: { code: string; details: Record<string, unknown> };
  /** Lines of `ip -o addr` and `ip route` in the machine. */
  addresses: string;
  routes: string;
  /** What more the script printed. */
  output: string;
}

/** Runs the real network set-up in namespaces of its own, then `script` (on the gateways' side; `in_machine CMD` runs inside, `serve` answers HTTP there, `reach URL` asks for it). */
export function configureMachine(networks: readonly Networks[], script = ''): Promise<ConfiguredMachine> {
  const steps = networks.map(
    (each) =>
      `await configureNetworks(${JSON.stringify(each)}, { info() {}, warn() {} }).catch((error) => console.log(JSON.stringify(error)));`,
  );
  const source = `import { configureNetworks } from ${JSON.stringify(configureJs)}; ${steps.join('\n')}`;
  // /sys shows the network namespace that it was mounted in.
  const run = `in_machine unshare -m sh -c 'mount -t sysfs sysfs /sys; exec "$@"' sh ${quote(process.execPath)} --input-type=module -e ${quote(source)}`;
  const serve = `${quote(process.execPath)} -e ${quote("require('http').createServer((_, r) => r.end('hi')).listen(80, '::')")}`;
  const functions = `in_machine() { nsenter -t $machine -n "$@"; }
serve() { nsenter -t $machine -n ${serve} > /dev/null 2>&1 & server=$!; trap 'kill $server $machine $other' EXIT; }
reach() { timeout 5 sh -c 'until curl -gsf -m 2 -o /dev/null "$1"; do :; done' sh "$1"; }`;
  const body = `set -e\n${links}\n${functions}\n${run}\necho ---\nin_machine ip -o addr\necho ---\nin_machine ip -4 route; in_machine ip -6 route\necho ---\n${script}\n`;
  const outside = process.getuid?.() === 0 ? ['-n', '-m'] : ['-U', '-r', '-n', '-m'];
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', [...outside, 'sh', '-c', body], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let said = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`status ${code}: ${said}\n${text}`));
      const [thrown = '', addresses = '', routes = '', output = ''] = text.split('---\n');
      resolve({ addresses, routes, output, ...(thrown.trim() === '' ? {} : { failure: JSON.parse(thrown) }) });
    });
  });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
