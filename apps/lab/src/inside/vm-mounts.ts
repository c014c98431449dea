import { existsSync, lstatSync } from 'node:fs';

export interface VmPaths {
  /** The VM's own directory. */
  directory: string;
  stemcellRoot: string;
  /** The stemcell brings its own /usr. */
  ownUsr: boolean;
  node: string;
  bundle: string;
}

const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];
const sealed = ['sysrq-trigger', 'irq', 'bus', 'fs', 'acpi', 'scsi'];

/**
 * A VM's mounts as an fstab, in order; one `mount -a` does them all. The root is one overlay over the stemcell's tree, /var/vcap a plain directory of the
 * VM, /usr the machine's read-only; /sys is read-only, /proc/sys too except its net.
 */
export function vmMounts(paths: VmPaths): string {
  const { directory, stemcellRoot, ownUsr } = paths;
  const root = `${directory}/root`;
  const lines: string[] = [];
  const add = (source: string, target: string, type: string, options: string): void => {
    lines.push(`${quote(source)} ${quote(root + target)} ${type} ${quote(options)} 0 0`);
  };
  add('overlay', '', 'overlay', `lowerdir=${stemcellRoot},upperdir=${directory}/up,workdir=${directory}/wk,userxattr`);
  if (!ownUsr) {
    for (const name of ['/usr', '/bin', '/sbin', '/lib', '/lib64'])
      if (existsSync(name) && !lstatSync(name).isSymbolicLink()) add(name, name, 'none', 'rbind,ro');
  }
  add(`${directory}/vcap`, '/var/vcap', 'none', 'bind');
  add(paths.node, '/var/vcap/bosh/bin/node', 'none', 'bind,ro');
  add(paths.bundle, '/var/vcap/bosh/bin/agent.cjs', 'none', 'bind,ro');
  for (const name of devices) add(`/dev/${name}`, `/dev/${name}`, 'none', 'bind');
  add('tmpfs', '/dev/shm', 'tmpfs', 'mode=1777,nosuid,nodev');
  add('devpts', '/dev/pts', 'devpts', 'newinstance,ptmxmode=0666,mode=620,gid=5');
  add(`${directory}/disks`, '/dev/bosh/disks', 'none', 'bind');
  add('proc', '/proc', 'proc', 'nosuid,nodev,noexec');
  add(`${root}/proc/sys/net`, '/proc/sys/net', 'none', 'bind');
  add(`${root}/proc/sys`, '/proc/sys', 'none', 'rbind,ro');
  for (const name of sealed) if (existsSync(`/proc/${name}`)) add(`${root}/proc/${name}`, `/proc/${name}`, 'none', 'bind,ro');
  add('sysfs', '/sys', 'sysfs', 'ro,nosuid,nodev,noexec');
  add('tmpfs', '/run', 'tmpfs', 'mode=755,nosuid,nodev');
  return `${lines.join('\n')}\n`;
}

/** fstab's own way to write blanks. */
function quote(text: string): string {
  return text.replace(/[ \t\n\\]/g, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
