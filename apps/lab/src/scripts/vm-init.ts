import { printPids } from './host-pid.js';

/**
 * First process of a VM: arguments are the root directory, the table of mounts, the host name, then the agent's argv.
 * Makes the file system, waits for the NICs (commands for ip up to a line '.'), says 'up', then keeps the agent running: it starts it again
 * when it ends, with a pause that doubles to 5 s and starts small again after 10 s of life, and hands SIGTERM on.
 * IPv6 must not learn addresses or routes by itself: settings of 'default' count for NICs that come later, and those come once the ids are printed.
 */
export const vmInit = `set -e
for set in default all; do
  for name in accept_ra autoconf accept_redirects; do echo 0 > /proc/sys/net/ipv6/conf/$set/$name; done
  echo 1 > /proc/sys/net/ipv6/conf/$set/ndisc_notify
done
echo 0 > /proc/sys/net/ipv4/ip_forward
echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start
${printPids}
root=$1 table=$2 host=$3; shift 3
mount -a -T "$table"
hostname "$host"
cd "$root"
pivot_root . mnt
umount -l /mnt
while IFS= read -r line && [ "$line" != . ]; do printf '%s\\n' "$line"; done | ip -batch -
echo up
exec </dev/null >>/var/vcap/bosh/log/current 2>&1
set +e
ending= child=
trap 'ending=1; [ -n "$child" ] && kill -TERM $child' TERM INT
pause=1
while [ -z "$ending" ]; do
  read -r began rest < /proc/uptime
  "$@" & child=$!
  wait $child; code=$?
  [ -n "$ending" ] && { wait $child; break; }
  read -r ended rest < /proc/uptime
  [ $(( \${ended%.*} - \${began%.*} )) -ge 10 ] && pause=1
  echo "lab: the agent ended with status $code; it starts again"
  sleep $(( pause / 10 )).$(( pause % 10 ))
  pause=$(( pause * 2 )); [ $pause -gt 50 ] && pause=50
done
`;
