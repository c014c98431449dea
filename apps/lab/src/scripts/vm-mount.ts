import { printPids } from './host-pid.js';

/**
 * What becomes the first process of a VM: with the lab's rights, in the VM's network, UTS, IPC and process namespaces. Arguments are the base directory, the table of
 * mounts, the keeper's process id on the host, then vm-init's. It leaves the machine's file system for the base, which has the VM's in `vm`, and gives the lab's
 * rights up: in the VM's user namespace a copy of the mounts comes locked, so that its root can neither make the read-only ones writable nor take one away.
 * Nothing of the VM runs before that, for a VM that is rebooted may have put anything into its own file system: hence the base, and hence the VM's root is moved over
 * it and not pivoted to. The base lies below, locked, and has no /proc and /sys that would let the VM mount more than its own.
 * IPv6 must not learn addresses or routes by itself: settings of 'default' count for NICs that come later, and those come once the ids are printed.
 */
export const vmMount = `set -e
for set in default all; do
  for name in accept_ra autoconf accept_redirects; do echo 0 > /proc/sys/net/ipv6/conf/$set/$name; done
  echo 1 > /proc/sys/net/ipv6/conf/$set/ndisc_notify
done
echo 0 > /proc/sys/net/ipv4/ip_forward
echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start
${printPids}
base=$1 table=$2; exec 3< "/proc/$3/ns/user"; shift 3
mount -a -T "$table"
cd "$base"
pivot_root . old
umount -n -l /old
cd /vm
mount -n --move /vm /
exec nsenter --user=proc/self/fd/3 -- unshare -m --propagation unchanged -R . -- sh /var/vcap/bosh/bin/vm-init "$@"
`;
