import { existsSync } from 'node:fs';
import { ownSudo } from './own-sudo.js';
import { systemDirectories } from './vm-base.js';

export interface VmPaths {
  /** See vm-base. */
  base: string;
  /** The VM's own directory. */
  directory: string;
  stemcellRoot: string;
  /** The stemcell brings its own /usr. */
  ownUsr: boolean;
  node: string;
  bundle: string;
  /** The script that is the VM's first process. */
  init: string;
}

const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];
const sealed = ['sysrq-trigger', 'irq', 'bus', 'fs', 'acpi', 'scsi', 'mtrr', 'asound', 'dynamic_debug'];

/**
 * A VM's mounts as an fstab, in order; one `mount -a` does them all. The root is one overlay over the stemcell's tree, /var/vcap a plain directory of the
 * VM, /usr the machine's read-only; /sys is read-only, /proc/sys too except its net.
 */
export function vmMounts(paths: VmPaths): string {
  const { base, directory, stemcellRoot, ownUsr } = paths;
  const root = `${base}/vm`;
  const lines: string[] = [];
  const add = (source: string, target: string, type: string, options: string): void => {
    lines.push(`${quote(source)} ${quote(root + target)} ${type} ${quote(options)} 0 0`);
  };
  lines.push(`${quote(base)} ${quote(base)} none bind 0 0`);
  for (const name of systemDirectories()) lines.push(`${name} ${quote(base + name)} none rbind,ro 0 0`);
  add('overlay', '', 'overlay', `lowerdir=${stemcellRoot},upperdir=${directory}/up,workdir=${directory}/wk,userxattr`);
  if (!ownUsr) for (const name of systemDirectories()) add(name, name, 'none', 'rbind,ro');
  const sudo = ownUsr ? undefined : ownSudo(stemcellRoot);
  if (sudo !== undefined) add(`${root}${sudo.source}`, sudo.target, 'none', 'bind');
  add(`${directory}/vcap`, '/var/vcap', 'none', 'bind');
  add(paths.node, '/var/vcap/bosh/bin/node', 'none', 'bind,ro');
  add(paths.bundle, '/var/vcap/bosh/bin/agent.cjs', 'none', 'bind,ro');
  add(paths.init, '/var/vcap/bosh/bin/vm-init', 'none', 'bind,ro');
  // Read-only keeps the machine's modes and owners; a device takes what is written to it all the same.
  for (const name of devices) add(`/dev/${name}`, `/dev/${name}`, 'none', 'bind,ro');
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
