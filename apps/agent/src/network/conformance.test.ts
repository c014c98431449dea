import type { Networks } from '@bosh6/agent-protocol';
import { describe, expect, test } from 'vitest';
import { configureMachine, type LabOptions, mac } from '../testing/network-lab.js';
import { otherRoot } from '../testing/test-root.js';
import { backendNames } from './backends/backend.js';

const netmask6 = 'ffff:ffff:ffff:ffff::';
const v4 = { type: 'manual', ip: '10.0.9.165', netmask: '255.255.255.0', prefix: '32', gateway: '10.0.9.1' };
const v6 = { type: 'manual', ip: 'fd00:9::165', netmask: netmask6, prefix: '128', gateway: 'fd00:9::1' };
const dual: Networks = {
  a: { ...v4, ip: '10.0.10.165', gateway: '10.0.10.1', default: ['dns', 'gateway'], mac: mac.eth1, nic_group: '1' },
  b: { ...v6, gateway: 'fe80::1', default: ['gateway'], mac: mac.eth1, nic_group: '1' },
};
const post: Networks = { default: { ...v4, mac: mac.eth0 }, ipv6: { ...v6, default: ['dns', 'gateway'], mac: mac.eth1 } };

/** All that the kernel says of its network, without what counts or ages. */
const everything = `in_machine sh -c 'ip -o addr; ip -N route show table all; ip -6 -N route show table all; ip rule; ip -6 rule; ip -o link' | sed -E 's/valid_lft [^ ]+|preferred_lft [^ ]+|expires [^ ]+//g'`;
/** The same, once the kernel has made the route of its own that an address has. */
const settled = `until in_machine ip -6 route show table local | grep -q fd00:9::165; do sleep 0.02; done; ${everything}`;
const conf = (nic: string, keys: string): string =>
  `in_machine sh -c 'for key in ${keys}; do printf "%s=%s " $key "$(cat /proc/sys/net/ipv6/conf/${nic}/$key)"; done'; echo`;

const roots = { "this machine's": '/', "another release's": await otherRoot() };

for (const [whose, root] of Object.entries(roots)) {
  describe.skipIf(root === undefined).concurrent.for(backendNames)(`%s on ${whose} root file system`, (manager) => {
    const lab = (more: LabOptions = {}): LabOptions => ({ root: root ?? '/', manager, ...more });

    test('both families on one NIC, each with its default route; the other NIC carries no IPv6; nothing of what an image left stays', async () => {
      const before = `in_machine sh -c 'echo 1 > /proc/sys/net/ipv6/conf/eth1/accept_ra; ip link set eth0 up; ip link set eth1 up'
        in_machine ip addr add 10.0.10.77/24 dev eth1; in_machine ip addr add fd00:bad::77/64 dev eth1 nodad; in_machine ip -6 addr add fe80::bad/64 dev eth1 nodad
        in_machine ip route add default via 10.0.10.250; in_machine ip route add 203.0.113.0/24 via 10.0.10.251
        in_machine ip -6 route add default via fe80::bad:1 dev eth1 proto ra expires 1000; in_machine ip -6 route add default via fe80::bad:2 dev eth1 metric 5
        in_machine ip addr add fd00:bad::99/64 dev eth0 nodad valid_lft 5000 preferred_lft 4000`;
      const { failure, addresses, output } = await configureMachine(
        [dual],
        `serve; client_get http://10.0.10.165/; client_get http://[fd00:9::165]/
         in_machine ip route show default; in_machine ip -6 route show default
         ${conf('eth1', 'disable_ipv6 accept_ra autoconf accept_redirects router_solicitations')}
         ${conf('eth0', 'disable_ipv6 accept_ra autoconf accept_redirects router_solicitations')}
         in_machine cat /proc/sys/net/ipv4/conf/all/accept_redirects /proc/sys/net/ipv4/conf/eth1/accept_redirects
         in_machine ip route show table all | grep -E 'bad|10.0.10.25[01]' || echo clean`,
        lab({ before }),
      );
      expect(failure).toBeUndefined();
      expect(addresses).not.toMatch(/eth0 +inet6|bad|10\.0\.10\.77/);
      const lines = output
        .trim()
        .split('\n')
        .map((line) => line.trim());
      expect(lines.slice(0, 2)).toEqual(['::ffff:192.0.2.2', 'fd00:99::2']);
      expect(lines[2]).toMatch(/^default via 10\.0\.10\.1 dev eth1/);
      expect(lines[3]).toMatch(/^default via fe80::1 dev eth1/);
      expect(lines.slice(4)).toEqual([
        'disable_ipv6=0 accept_ra=0 autoconf=0 accept_redirects=0 router_solicitations=0',
        'disable_ipv6=1 accept_ra=0 autoconf=0 accept_redirects=0 router_solicitations=0',
        '0',
        '0',
        'clean',
      ]);
    });

    test("the gateway of the settings that the image had learnt of: the route is the settings', and does not end with the router's word", async () => {
      const before = `in_machine ip link set eth1 up; in_machine ip -6 route add default via fe80::1 dev eth1 proto ra expires 1000`;
      const { failure, routes } = await configureMachine([dual], '', lab({ before }));
      expect(failure).toBeUndefined();
      expect(routes.match(/^default via fe80::1 .*/gm)).toEqual([expect.stringContaining('proto static')]);
      expect(routes).not.toContain('expires');
    });

    test('done again it changes nothing; another plan leaves nothing of the older; a NIC gets IPv6 without a reboot, and loses it', async () => {
      const first = `${settled} > $lab/first`;
      const { failure, output } = await configureMachine(
        [post],
        `${first}; configure '${JSON.stringify(post)}'; ${settled} | diff $lab/first - && echo same
         configure '${JSON.stringify(dual)}'; ${everything} | grep -E '10\\.0\\.9\\.|fd00:9::1 ' || echo gone
         serve; client_get http://10.0.10.165/
         configure '${JSON.stringify(post)}'; ${settled} > $lab/again; sort $lab/first > $lab/a; sort $lab/again | diff $lab/a - && echo as before
         client_get http://[fd00:9::165]/`,
        lab(),
      );
      expect(failure).toBeUndefined();
      expect(output.trim().split('\n')).toEqual(['same', 'gone', '::ffff:192.0.2.2', 'as before', 'fd00:99::2']);
    });

    test('replies leave by the interface that the request came in on, whatever the default route; a route of a workload wins', async () => {
      const two: Networks = {
        near: { ...v4, mac: mac.eth0 },
        far: { ...v4, ip: '10.0.10.165', gateway: '10.0.10.1', default: ['gateway'], mac: mac.eth1 },
      };
      const { failure, output } = await configureMachine(
        [two],
        `serve; reach http://10.0.9.165/
         tcpdump -Unli b0 'src port 80' > $lab/b0 2> $lab/b0.err & dump0=$!; tcpdump -Unli b1 'src port 80' > $lab/b1 2> $lab/b1.err & dump1=$!
         until grep -q listening $lab/b0.err && grep -q listening $lab/b1.err; do sleep 0.02; done
         client_get http://10.0.9.165/; client_get http://10.0.10.165/
         on_other curl -gsf -m 3 http://10.0.9.165/
         # The post's footnote: who is on the link of the near NIC asks for the far one.
         ip route add 10.0.10.165/32 dev br1; on_other ip route add 10.0.10.0/24 via 10.0.9.1; on_other curl -gsf -m 3 http://10.0.10.165/
         until [ $(grep -c 10.0.9.165.80 $lab/b0) -gt 5 ] && [ $(grep -c 10.0.10.165.80 $lab/b1) -gt 5 ]; do sleep 0.02; done
         grep -c 10.0.10.165.80 $lab/b0 || true; grep -c 10.0.9.165.80 $lab/b1 || true
         kill $dump0 $dump1
         unshare -n sleep 1000 & work=$!; until [ "$(readlink /proc/$work/ns/net)" != "$mine" ]; do sleep 0.02; done
         ip link add w netns $machine type veth peer name w netns $work; in_machine ip addr add 172.17.0.1/16 dev w; in_machine ip link set w up
         nsenter -t $work -n ip addr add 172.17.0.2/16 dev w; nsenter -t $work -n ip link set w up; nsenter -t $work -n ip route add default via 172.17.0.1
         nsenter -t $work -n curl -gsf -m 3 http://10.0.9.165/`,
        lab(),
      );
      expect(failure).toBeUndefined();
      expect(output.trim().split('\n')).toEqual([
        '::ffff:192.0.2.2',
        '::ffff:192.0.2.2',
        '::ffff:10.0.9.99',
        '::ffff:10.0.9.99',
        '0',
        '0',
        '::ffff:172.17.0.2',
      ]);
    });

    test('an IPv4 address answers ARP on its own NIC only', async () => {
      const { output } = await configureMachine(
        [post],
        `ip link set b1 nomaster; ip link set b1 master br0
         arping -c 1 -w 2 -I br0 10.0.9.165 | grep -c 'reply from'; arping -c 2 -w 1 -I br0 10.0.9.165 | grep -ci '${mac.eth1}' || true`,
        lab(),
      );
      expect(output.trim().split('\n')).toEqual(['1', '0']);
    });

    test('/31, /127 and gateways that are in no subnet', async () => {
      const narrow: Networks = {
        a: { ...v4, ip: '10.0.20.0', netmask: '255.255.255.254', gateway: '10.0.20.1', default: ['gateway'], mac: mac.eth0 },
        b: {
          ...v6,
          ip: 'fd00:20::',
          netmask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe',
          gateway: 'fd00:20::1',
          default: ['gateway'],
          mac: mac.eth1,
        },
      };
      const offRange: Networks = {
        a: { ...v4, ip: '10.0.30.5', netmask: '255.255.255.255', default: ['gateway'], mac: mac.eth0 },
        b: { ...v6, ip: 'fd00:30::5', netmask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', default: ['gateway'], mac: mac.eth1 },
      };
      const { failure, output } = await configureMachine(
        [narrow],
        `ip addr add 10.0.20.1/31 dev br0; ip addr add fd00:20::1/127 dev br1 nodad; ip route add 10.0.30.5 dev br0; ip route add fd00:30::5 dev br1
         serve; client_get http://10.0.20.0/; client_get http://[fd00:20::]/
         configure '${JSON.stringify(offRange)}'; client_get http://10.0.30.5/; client_get http://[fd00:30::5]/`,
        lab(),
      );
      expect(failure).toBeUndefined();
      expect(output.trim().split('\n')).toEqual(['::ffff:192.0.2.2', 'fd00:99::2', '::ffff:192.0.2.2', 'fd00:99::2']);
    });

    test('a delegated prefix: every address of it answers, but for what a workload has routed; of the same length too', async () => {
      const delegated: Networks = { ...post, prefix: { ...v6, ip: 'fd00:9:0:1::', prefix: '80', mac: mac.eth1 } };
      const workload = (address: string): string => `
         unshare -n sleep 1000 & work=$!; until [ "$(readlink /proc/$work/ns/net)" != "$mine" ]; do sleep 0.02; done
         ip link add w netns $machine type veth peer name w netns $work; in_machine ip link set w up
         nsenter -t $work -n sh -c 'echo 0 > /proc/sys/net/ipv6/conf/w/accept_dad; ip link set lo up; ip link set w up; ip addr add ${address} dev w nodad; ip -6 route add default via fe80::2 dev w'
         in_machine ip addr add fe80::2/64 dev w nodad`;
      const { failure, output } = await configureMachine(
        [delegated],
        `ip route add fd00:9:0:1::/80 via fd00:9::165 dev br1; serve; client_get http://[fd00:9:0:1::beef]/; client_get http://[fd00:9:0:1::]/
         in_machine sh -c 'echo 1 > /proc/sys/net/ipv6/conf/all/forwarding'
         ${workload('fd00:9:0:1::1:1/112')}; in_machine ip route add fd00:9:0:1::1:0/112 dev w
         serve_text $work workload; serve_text $client client
         client_get http://[fd00:9:0:1::1:1]/; client_get http://[fd00:9:0:1::2]/
         in_machine ip route del fd00:9:0:1::1:0/112 dev w; in_machine ip route add fd00:9:0:1::/80 dev w
         nsenter -t $work -n ip addr add fd00:9:0:1::beef/80 dev w nodad
         client_get http://[fd00:9:0:1::beef]/; nsenter -t $work -n timeout 5 sh -c 'until curl -gsf -m 2 http://[fd00:99::2]/; do sleep 0.02; done'
         configure '${JSON.stringify(post)}'; ${everything} | grep 'fd00:9:0:1::' | grep -v 'dev w' || echo gone`,
        lab(),
      );
      expect(failure).toBeUndefined();
      expect(output.trim().split('\n')).toEqual(['fd00:99::2', 'fd00:99::2', 'workload', 'fd00:99::2', 'workload', 'client', 'gone']);
    });

    test('a prefix of IPv4 on a NIC that has no address: every address of it answers, but for what a workload has routed; of the same length too', async () => {
      const alone: Networks = { prefix: { ...v4, ip: '10.0.10.16', prefix: '28', gateway: '10.0.10.1', mac: mac.eth1 } };
      const rules = `in_machine ip -4 rule | grep -v '^260' | tr -s '\\t ' ' '`;
      const { failure, output } = await configureMachine(
        [alone],
        `ip neigh add 10.0.10.17 lladdr ${mac.eth1} dev br1; ip route add 10.0.10.16/28 via 10.0.10.17 dev br1 onlink
         serve; for each in 16 17 31; do client_get http://10.0.10.$each/; on_client ping -qc 1 -W 3 10.0.10.$each | grep -o ' 0% packet loss'; done
         in_machine sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
         unshare -n sleep 1000 & work=$!; until [ "$(readlink /proc/$work/ns/net)" != "$mine" ]; do sleep 0.02; done
         ip link add w netns $machine type veth peer name w netns $work
         nsenter -t $work -n sh -c 'ip link set w up; ip addr add 10.0.10.17/32 dev w; ip route add 169.254.1.1 dev w; ip route add default via 169.254.1.1'
         in_machine ip link set w up; in_machine ip addr add 169.254.1.1/32 dev w; in_machine ip route add 10.0.10.17/32 dev w
         serve_text $work workload; client_get http://10.0.10.17/; client_get http://10.0.10.18/
         in_machine ip route del 10.0.10.17/32 dev w; client_get http://10.0.10.17/; in_machine ip route add 10.0.10.16/28 dev w; client_get http://10.0.10.17/
         configure '${JSON.stringify(alone)}'; client_get http://10.0.10.17/; in_machine ip route get 127.0.0.1 | grep -c '^local'
         configure '${JSON.stringify(post)}'; in_machine ip route show table all | grep '10.0.10.16' | grep -v 'dev w' || echo gone; ${rules}`,
        lab(),
      );
      expect(failure).toBeUndefined();
      const answer = ['::ffff:192.0.2.2', ' 0% packet loss'];
      expect(output.trim().split('\n')).toEqual([
        ...answer,
        ...answer,
        ...answer,
        'workload',
        '::ffff:192.0.2.2',
        '::ffff:192.0.2.2',
        'workload',
        'workload',
        '1',
        'gone',
        '0: from all lookup local',
        '32766: from all lookup main',
        '32767: from all lookup default',
      ]);
    });

    test.skipIf(manager === 'iproute2')(
      'what an image has for a NIC that others configure stays as it is, what it has for ours goes',
      async () => {
        const mixed: Networks = { default: { ...v4, mac: mac.eth0 }, other: { type: 'dynamic', mac: mac.eth1 } };
        const directory = '/etc/systemd/network';
        const file = (name: string, match: string): string =>
          `printf '[Match]\n${match}\n[Network]\nDHCP=no\nAddress=10.0.10.77/24\n' > ${directory}/${name}`;
        const image =
          manager === 'ifupdown'
            ? `printf 'auto lo eth0 eth1\niface lo inet loopback\nallow-hotplug eth1\n\n# of the image\niface eth0 inet static\n  address 10.0.9.77/24\niface eth1 inet static\n  address 10.0.10.77/24\n  up echo kept > /run/kept\n' > /etc/network/interfaces`
            : [
                file('10_eth1.network', 'Name=eth1'),
                file('10_by-mac.network', `MACAddress=${mac.eth1.toUpperCase()}`),
                file('10_glob.network', 'Name=lo et?1'),
                file('10_both.network', 'Name=eth*'),
                file('10_old.network', 'Name=eth7'),
                file('10_eth0.network', 'Name=eth0'),
              ].join('; ');
        const state =
          manager === 'ifupdown'
            ? `in_machine sed -n '/eth1/,$p' /etc/network/interfaces; in_machine ifquery eth1 | grep address; in_machine ifquery --list; in_machine ifquery --list --allow=hotplug`
            : `in_machine ls ${directory}`;
        const { failure, output } = await configureMachine(
          [mixed],
          `${state}; echo again; configure '${JSON.stringify(mixed)}'; ${state}
         serve; reach http://10.0.9.165/; in_machine ip -o addr | grep -c '10.0.9.77' || true`,
          lab({ before: `in_machine sh -c "${image.replaceAll('"', '\\"').replaceAll('$', '\\$')}"` }),
        );
        expect(failure).toBeUndefined();
        const kept =
          manager === 'ifupdown'
            ? ['auto eth1', 'allow-hotplug eth1', 'iface eth1 inet static', '  address 10.0.10.77/24', '  up echo kept > /run/kept']
            : ['10_by-mac.network', '10_eth0.network', '10_eth1.network', '10_glob.network'];
        const asked = manager === 'ifupdown' ? ['address: 10.0.10.77', 'lo', 'eth0', 'eth1', 'eth1'] : [];
        expect(output.trimEnd().split('\n')).toEqual([...kept, ...asked, 'again', ...kept, ...asked, '0']);
      },
    );

    test('router advertisements: closed they leave no trace; opted in the default route comes, no address does, and the route goes with the router', async () => {
      const open: Networks = { ...post, ipv6: { type: 'manual', ip: 'fd00:9::165', netmask: netmask6, accept_ra: true, mac: mac.eth1 } };
      const { failure, output } = await configureMachine(
        [post],
        `cat > $lab/radvd.conf <<END
interface br1 { AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; AdvDefaultLifetime 4; prefix fd00:5::/64 { }; };
interface br0 { AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; prefix fd00:4::/64 { }; };
END
         radvd -n -C $lab/radvd.conf -p $lab/radvd.pid -m stderr 2> $lab/radvd.log & radvd=$!
         # The other machine, as the kernel's defaults are, is caught.
         until on_other ip -6 addr show dev o1 | grep -q fd00:5:; do sleep 0.02; done
         ${everything} | grep -E 'fd00:[45]:|proto (9|ra)' || echo no trace
         configure '${JSON.stringify(open)}'
         until in_machine ip -6 route show default | grep -q 'via fe80::'; do sleep 0.02; done; echo route
         serve; client_get http://[fd00:9::165]/
         ${everything} | grep fd00:5: || echo no address
         kill -KILL $radvd; until ! in_machine ip -6 route get fd00:99::2 > /dev/null 2>&1; do sleep 0.02; done; echo route gone`,
        lab(),
      );
      expect(failure).toBeUndefined();
      expect(output.trim().split('\n')).toEqual(['no trace', 'route', 'fd00:99::2', 'no address', 'route gone']);
    }, 60_000);

    test('a megabyte arrives over a link of 1280 bytes, in both families', async () => {
      const { failure, output } = await configureMachine(
        [{ ...post, default: { ...v4, mac: mac.eth0 } }],
        `ip link set w0 mtu 1280; nsenter -t $client -n ip link set c0 mtu 1280; nsenter -t $client -n sh -c 'ip route replace default via 192.0.2.1 advmss 1400; ip -6 route replace default via fd00:99::1 advmss 1400'
         serve; for url in http://10.0.9.165/ http://[fd00:9::165]/; do client_get $url > /dev/null; client_get $\{url}big | wc -c; done
         in_machine ip route get 192.0.2.2 from 10.0.9.165 | grep -o 'mtu 1280'; in_machine ip route get fd00:99::2 from fd00:9::165 | grep -o 'mtu 1280'`.replace(
          '$\\{',
          '${',
        ),
        lab(),
      );
      expect(failure).toBeUndefined();
      expect(output.trim().split('\n')).toEqual(['1048576', '1048576', 'mtu 1280', 'mtu 1280']);
    });
  });
}
