import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { link } from '../install/bundle.js';
import type { Layout } from '../layout.js';
import type { Platform } from '../platform/platform.js';
import { readText, replaceFile } from '../state/json-file.js';

/** Makes the tree of bosh-agent, and empties sys/run after a reboot: pid files of an earlier life lie. */
export async function makeDirectories(layout: Layout, platform: Platform): Promise<void> {
  const shared: [string, number][] = [
    [layout.data(), 0o750],
    [layout.data('sys'), 0o750],
    [layout.data('sys', 'log'), 0o750],
    [layout.data('sys', 'run'), 0o750],
    [layout.data('jobs'), 0o750],
    [layout.data('packages'), 0o755],
    [layout.jobs(), 0o755],
    [layout.packages(), 0o755],
    [layout.data('compile'), 0o755],
    [layout.temporary, 0o770],
  ];
  for (const [path, mode] of shared) await make(path, mode, platform);
  const own: [string, number][] = [
    [layout.bosh('log'), 0o750],
    [layout.bosh('etc'), 0o755],
    [layout.blobs, 0o700],
    [layout.sensitiveBlobs, 0o700],
    [layout.store, 0o700],
    [layout.instance('dns'), 0o755],
    [layout.instance('disks'), 0o755],
    [layout.monit('job'), 0o700],
  ];
  for (const [path, mode] of own) await mkdir(path, { recursive: true, mode });
  await link(layout.at('sys'), layout.data('sys'));
  await emptyRunDirectoryAfterReboot(layout, platform);
}

async function make(path: string, mode: number, platform: Platform): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, mode);
  await platform.giveToVcapGroup(path);
}

async function emptyRunDirectoryAfterReboot(layout: Layout, platform: Platform): Promise<void> {
  const now = await platform.bootIdentity();
  const path = layout.bosh('boot_identity');
  if ((await readText(path)) === now) return;
  for (const job of await readdir(layout.data('sys', 'run'))) {
    const directory = layout.data('sys', 'run', job);
    for (const name of await readdir(directory).catch(() => [])) await rm(join(directory, name), { recursive: true, force: true });
  }
  await replaceFile(path, now);
}
