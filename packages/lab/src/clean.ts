import { spawn } from 'node:child_process';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail } from './errors.js';
import { labClient } from './lab-client.js';
import { isAlive, labFilePath, labSocketPath, readLabFile } from './lab-file.js';
import { waitFor } from './wait-for.js';

/** Ends the lab of a directory, living or dead, and removes what it left; disks and stemcells stay unless `purge`, which removes the directory. */
export async function cleanLab(options: { stateDir: string; purge?: boolean; stopLiving?: boolean }): Promise<void> {
  const stateDir = path.resolve(options.stateDir);
  const file = await readLabFile(stateDir);
  if (file !== undefined && isAlive(file)) {
    if (options.stopLiving !== true && options.purge !== true) return;
    if (file.state === 'running') await labClient(file.socket, file.token).stop({ purge: options.purge ?? false });
  }
  if (file !== undefined && isAlive(file, 'inside')) {
    // Its supervisor is gone; the namespace's first process takes the rest along.
    if (!isAlive(file)) await waitFor(2_000, () => (isAlive(file, 'inside') ? undefined : true));
    if (isAlive(file, 'inside')) process.kill(file.inside?.pid ?? 0, 'SIGKILL');
    await waitFor(5_000, () => (isAlive(file, 'inside') ? undefined : true));
  }
  await sweepDisks(stateDir);
  await removeTree(options.purge === true ? [stateDir] : [path.join(stateDir, 'vms'), labFilePath(stateDir), labSocketPath(stateDir)]);
}

/** Puts disks that were attached to VMs of a dead lab back among the disks. */
export async function sweepDisks(stateDir: string): Promise<void> {
  const vms = await readdir(path.join(stateDir, 'vms')).catch(() => []);
  for (const vm of vms) {
    const attached = path.join(stateDir, 'vms', vm, 'disks');
    for (const disk of await readdir(attached).catch(() => [])) {
      await mkdir(path.join(stateDir, 'disks'), { recursive: true, mode: 0o700 });
      await rename(path.join(attached, disk), path.join(stateDir, 'disks', disk));
    }
  }
}

async function removeTree(paths: string[]): Promise<void> {
  try {
    for (const each of paths) await rm(each, { recursive: true, force: true });
  } catch (cause) {
    if (process.getuid?.() === 0) throw cause;
    // Files of subordinate ids, and overlay's work directories without permissions, yield only inside such a namespace.
    await new Promise<void>((resolve, reject) => {
      const child = spawn('unshare', ['-U', '--map-root-user', '--map-auto', 'rm', '-rf', '--', ...paths], { stdio: 'ignore' });
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(fail('LabCallFailed', `cannot remove ${paths.join(', ')}`, { cause })),
      );
    });
  }
}
