/** One ability of the kernel that a lab uses, tried in namespaces of its own that end with the try. */
export interface KernelProbe {
  readonly name: string;
  /** For `sh`; fails where the kernel does. The first argument is an empty directory of the state directory's file system. */
  readonly script: string;
  readonly why: string;
  readonly fix: string;
  readonly optional?: boolean;
}

const module = (name: string): string => `load the module \`${name}\` (\`sudo modprobe ${name}\`), or take a kernel that has it`;

export const kernelProbes: readonly KernelProbe[] = [
  {
    name: 'bridge',
    script: 'ip link add p-br type bridge',
    why: 'each network of the lab is a bridge',
    fix: module('bridge'),
  },
  {
    name: 'veth',
    script: 'ip link add p-one type veth peer name p-two',
    why: 'each NIC of a VM is half of a pair',
    fix: module('veth'),
  },
  {
    name: 'IPv6',
    script:
      '[ "$(cat /proc/sys/net/ipv6/conf/default/disable_ipv6)" = 0 ] && echo 1 > /proc/sys/net/ipv6/conf/all/forwarding && echo 0 > /proc/sys/net/ipv6/conf/default/accept_ra && ip link set lo up && ip addr add fd00::1/64 dev lo',
    why: 'VMs and Director have IPv6 addresses; the lab routes them and accepts no router advertisements',
    fix: 'start the kernel without `ipv6.disable=1`, and set `sudo sysctl net.ipv6.conf.default.disable_ipv6=0`',
  },
  {
    name: 'overlay',
    script:
      'cd "$1" && mkdir low up work all && mount -t overlay overlay -o lowerdir=low,upperdir=up,workdir=work,userxattr all && umount all',
    why: 'the file system of a VM is an overlay over its stemcell',
    fix: 'take Linux 5.11 or newer, and with BOSH6_HOME a state directory on a file system that overlays can stand on (ext4, xfs, btrfs)',
  },
  {
    name: 'proc and devpts',
    script: 'mount -t proc proc /proc && mount -t devpts devpts /dev/pts -o newinstance,ptmxmode=0666',
    why: 'a VM has processes and terminals of its own',
    fix: 'run outside of a container, or in one with `--security-opt systempaths=unconfined`',
  },
  {
    name: 'namespaces in namespaces',
    script: 'unshare -U -n -m -p -u -i -f true',
    why: "a VM's root is the root of a user namespace within the lab's",
    fix: 'raise /proc/sys/user/max_*_namespaces',
  },
  {
    name: 'nftables',
    script: 'nft add table inet bosh6-probe',
    why: 'networks of type vip',
    fix: `${module('nf_tables')}; install nftables`,
    optional: true,
  },
];

/** Tries all and prints a line for each: `ok NAME`, or `no NAME: what was said last`. */
export const probeScript = [
  'set -u',
  ...kernelProbes.map(
    ({ name, script }) =>
      `if said=$( { ${script}; } 2>&1 ); then echo "ok ${name}"; else echo "no ${name}: $(printf %s "$said" | tail -n 1)"; fi`,
  ),
  // An overlay leaves a directory that only the namespace's root may open.
  'rm -rf "$1"/*',
].join('\n');
