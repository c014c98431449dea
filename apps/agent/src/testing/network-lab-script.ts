export const mac = { eth0: '02:00:0a:00:09:a5', eth1: '02:00:26:01:01:65' } as const;

const bus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=/run/dbus/system_bus_socket</listen><auth>EXTERNAL</auth><policy context="default">
<allow user="*"/><allow own="*"/><allow send_type="method_call"/><allow send_type="signal"/>
<allow send_requested_reply="true" send_type="method_return"/><allow send_requested_reply="true" send_type="error"/>
<allow receive_type="method_call"/><allow receive_type="method_return"/><allow receive_type="error"/><allow receive_type="signal"/></policy></busconfig>`;

/** The machine's first process: a file system of its own with a release's /usr, Node and this repository; then it waits. Read-only /sys is how systemd-networkd knows that no udev will come. */
export const machineScript = `set -e
mount --make-rprivate /
R=$lab/root
mkdir -p $R; mount -t tmpfs tmpfs $R; cd $R
mkdir usr etc etc/systemd etc/systemd/network etc/network run tmp proc sys dev repo old lab
for d in if-up.d if-down.d if-pre-up.d if-post-down.d; do mkdir etc/network/$d; done
for l in bin sbin lib lib64; do ln -s usr/$l $l; done
cp $usr/../etc/ld.so.cache etc/ 2> /dev/null || true
mount --rbind $usr usr; mount --rbind /dev dev; mount -t proc proc proc; mount -t sysfs -o ro sysfs sys
mount -t tmpfs tmpfs run; mount --bind $repo repo; mount --bind $lab lab
: > node; mount --bind $node node
printf 'root:x:0:0::/:/bin/sh\\nsystemd-network:x:0:0::/:/bin/sh\\n' > etc/passwd
printf 'root:x:0:\\nsystemd-network:x:0:\\n' > etc/group
echo 4a3a1d2ab57a4d40a2a3a7f0c6a5c9b1 > etc/machine-id
cat > etc/bus.conf <<'END'
${bus}
END
mkdir run/dbus run/systemd run/systemd/netif run/systemd/netif/links run/systemd/netif/leases var; ln -s ../run var/run
export PATH=/usr/sbin:/usr/bin:/sbin:/bin SYSTEMD_IGNORE_CHROOT=1
pivot_root . old; cd /
case $manager in
systemd-networkd)
  dbus-daemon --config-file=/etc/bus.conf --nofork --nopidfile 2> /lab/bus.log &
  until [ -S /run/dbus/system_bus_socket ]; do sleep 0.02; done
  /usr/lib/systemd/systemd-networkd 2> /lab/networkd.log &
  until networkctl list > /dev/null 2>&1; do sleep 0.02; done ;;
ifupdown) mkdir /run/network; printf 'auto lo\\niface lo inet loopback\\n' > /etc/network/interfaces; : > /run/network/ifstate ;;
esac
umount -l /old
echo ready > /lab/ready
exec sleep 1000
`;

/** Everything around a machine with two NICs: br0 and br1 on their other ends, the router (this namespace) with 10.0.9.1, 10.0.10.1, fd00:9::1 and fe80::1; another machine with 10.0.9.99 and fd00:9::99
 * on the bridges; a client behind the router, 192.0.2.2 and fd00:99::2. */
export const surroundings = `
set -e
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
echo 1 > /proc/sys/net/ipv4/ip_forward; echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
unshare -n -m sh -c "$machineScript" & machine=$!
unshare -n sleep 1000 & other=$!
unshare -n sleep 1000 & client=$!
mine=$(readlink /proc/self/ns/net)
for each in $machine $other $client; do until [ "$(readlink /proc/$each/ns/net)" != "$mine" ]; do sleep 0.02; done; done
ip -batch - <<END
link set a0 netns $machine name eth0 alias bosh-interface-eth0
link set a1 netns $machine name eth1 alias bosh-interface-eth1
link add o0 netns $other type veth peer name p0
link add o1 netns $other type veth peer name p1
link set p0 master br0
link set p1 master br1
link add c0 netns $client type veth peer name w0
END
for each in br0 br1 b0 b1 p0 p1 w0; do
  echo 0 > /proc/sys/net/ipv6/conf/$each/accept_dad
  ip link set $each up
done
ip -batch - <<END
addr add 10.0.9.1/24 dev br0
addr add 10.0.10.1/24 dev br1
addr add fd00:9::1/64 dev br1 nodad
addr add fe80::1/64 dev br1 nodad
addr add 192.0.2.1/24 dev w0
addr add fd00:99::1/64 dev w0 nodad
END
nsenter -t $other -n ip -batch - <<END
link set lo up
link set o0 up
link set o1 up
addr add 10.0.9.99/24 dev o0
addr add fd00:9::99/64 dev o1 nodad
END
nsenter -t $client -n ip -batch - <<END
link set lo up
link set c0 up
addr add 192.0.2.2/24 dev c0
addr add fd00:99::2/64 dev c0 nodad
route add default via 192.0.2.1
route add ::/0 via fd00:99::1
END
until [ -s $lab/ready ]; do sleep 0.02; done
in_machine() { nsenter -t $machine -n -m sh -c 'PATH=/usr/sbin:/usr/bin:/sbin:/bin SYSTEMD_IGNORE_CHROOT=1; export SYSTEMD_IGNORE_CHROOT; exec "$@"' sh "$@"; }
on_other() { nsenter -t $other -n "$@"; }
on_client() { nsenter -t $client -n "$@"; }
serve() { in_machine /node -e "require('http').createServer((q, r) => r.end(q.url === '/big' ? Buffer.alloc(1 << 20, 97) : q.socket.remoteAddress + '\\n')).listen({ port: 80, host: '::' })" > /dev/null 2>&1 & }
serve_text() { nsenter -t $1 -n $node -e "require('http').createServer((q, r) => r.end('$2\\n')).listen({ port: 80, host: '::' })" > /dev/null 2>&1 & }
get() { timeout 5 sh -c 'until curl -gsf -m 2 "$1"; do sleep 0.02; done' sh "$1"; }
reach() { get "$1" > /dev/null; }
client_get() { on_client timeout 5 sh -c 'until curl -gsf -m 2 "$1"; do sleep 0.02; done' sh "$1"; }
# $1: settings; $patience: milliseconds for a link.
configure() { in_machine /node --input-type=module -e "import { configureNetworks } from 'file:///repo/apps/agent/dist/network/configure.js'; await configureNetworks($1, { log: { info() {}, warn() {} }, manager: '$manager', patienceMs: \${patience:-30000} }).catch((error) => console.log(JSON.stringify({ ...error, code: error.code, message: error.message })));"; }
until_true() { timeout 10 sh -c 'until eval "$1"; do sleep 0.02; done' sh "$1"; }
`;
