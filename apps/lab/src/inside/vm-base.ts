import { lstatSync, readlinkSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';

const names = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];

/** Where the machine has its programs and libraries; names that are links into /usr not counted. */
export function systemDirectories(): string[] {
  return names.filter((name) => lstatSync(name, { throwIfNoEntry: false })?.isDirectory());
}

/**
 * The root that a VM's file system is made in, the same for all: the machine's programs and nothing else of it. In each VM's own mount namespace its `vm` is that
 * VM's root, whose /proc serves both, and its `old` for a moment the machine's.
 */
export async function buildVmBase(base: string): Promise<void> {
  for (const name of ['vm', 'old', ...systemDirectories()]) await mkdir(path.join(base, name), { recursive: true });
  for (const name of names)
    if (lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink()) await symlink(readlinkSync(name), path.join(base, name));
  await symlink('vm/proc', path.join(base, 'proc'));
}
