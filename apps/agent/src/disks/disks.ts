import { mkdir, stat } from 'node:fs/promises';
import { fail } from '../errors.js';
import { isDirectory } from '../install/package-installer.js';
import type { Layout } from '../layout.js';
import type { Platform } from '../platform/platform.js';
import { runOk } from '../processes/run.js';
import type { SettingsService } from '../settings/settings-service.js';
import { readText, replaceFile } from '../state/json-file.js';
import { arrives, diskPath, identity } from './disk-path.js';
import { fullDisk, isFull } from './full-disk.js';

/** Persistent disks that are directories, bound on /var/vcap/store; the stock agent's BindMountPersistentDisk. */
export class Disks {
  readonly #layout: Layout;
  readonly #settings: SettingsService;
  readonly #platform: Platform;

  constructor(layout: Layout, settings: SettingsService, platform: Platform) {
    this.#layout = layout;
    this.#settings = settings;
    this.#platform = platform;
  }

  /** CIDs of the disks that are mounted. */
  async mounted(): Promise<string[]> {
    const cids: string[] = [];
    for (const cid of Object.keys(await this.#settings.diskHints())) if ((await this.#mountPoint(cid)) !== undefined) cids.push(cid);
    return cids;
  }

  /** Binds the disk on store, or on store_migration_target while another one is there. Repeatable. Throws DiskUnknown, DiskUnsupported. */
  async mount(cid: string): Promise<void> {
    const source = await this.#path(cid);
    if ((await this.#mountPoint(cid)) !== undefined) return;
    const target = (await this.#holder(this.#layout.store)) === undefined ? this.#layout.store : this.#layout.storeMigrationTarget;
    await this.#freeOfLost(target);
    await mkdir(target, { recursive: true, mode: 0o700 });
    await this.#platform.bindMount(source, target);
    if (target === this.#layout.store) await replaceFile(this.#layout.bosh('managed_disk_settings.json'), cid);
  }

  /** False when it was not mounted. */
  async unmount(cid: string): Promise<boolean> {
    const target = await this.#mountPoint(cid);
    if (target === undefined) return false;
    await this.#platform.unmount(target);
    await this.#forget(cid);
    return true;
  }

  /** Copies store to the disk on the migration target, which becomes store. One that fails leaves store where it was, writable. Throws DiskUnknown, DiskFull. */
  async migrate(): Promise<void> {
    const { store, storeMigrationTarget } = this.#layout;
    const next = await this.#holder(storeMigrationTarget);
    if (next === undefined) throw fail('DiskUnknown', 'no disk is mounted to migrate to');
    await this.#platform.remountReadOnly(store);
    try {
      await runOk(['cp', '-a', '--reflink=auto', `${store}/.`, storeMigrationTarget]);
      await this.#platform.unmount(store);
    } catch (error) {
      await this.#platform.remountWritable(store);
      throw (await isFull(storeMigrationTarget)) ? fullDisk(`disk ${next}`, storeMigrationTarget, error) : error;
    }
    await this.#platform.unmount(storeMigrationTarget);
    await this.mount(next);
  }

  async add(cid: string, hint: Parameters<SettingsService['addDiskHint']>[1]): Promise<void> {
    await this.#settings.addDiskHint(cid, hint);
  }

  async remove(cid: string): Promise<void> {
    await this.#settings.removeDiskHint(cid);
    await this.#forget(cid);
  }

  /** At the agent's start: the disk that was on store, if the machine still has it, and a store that can be written. */
  async mountLast(): Promise<void> {
    const { store } = this.#layout;
    const cid = (await readText(this.#layout.bosh('managed_disk_settings.json')))?.trim();
    if (!cid || !(await isDirectory((await this.#hintPath(cid)) ?? ''))) return;
    // an agent that was killed while it migrated left it read-only, or the next disk on it already; none is bound beside that
    if (await this.isMounted(store)) await this.#platform.remountWritable(store);
    else await this.mount(cid);
  }

  isMounted(path: string): Promise<boolean> {
    return this.#holder(path).then((cid) => cid !== undefined);
  }

  /** A disk that was deleted while it was bound: its directory is there still, without a name, and nothing can be bound on that. */
  async #freeOfLost(target: string): Promise<void> {
    const there = await stat(target).catch(() => undefined);
    if (there?.nlink === 0) await this.#platform.unmount(target);
  }

  /** The stock agent never clears this file and then cannot start without the disk. */
  async #forget(cid: string): Promise<void> {
    const path = this.#layout.bosh('managed_disk_settings.json');
    if ((await readText(path))?.trim() === cid) await replaceFile(path, '');
  }

  async #path(cid: string): Promise<string> {
    await this.#settings.load();
    const path = await this.#hintPath(cid);
    if (path === undefined)
      throw fail('DiskUnknown', `Persistent disk with volume id '${cid}' could not be found`, { where: { object: `disk ${cid}` } });
    if ((await arrives(path)) && (await isDirectory(path))) return path;
    throw fail('DiskUnsupported', `disk ${cid} is at ${path}, which is not a directory; this agent binds directories`, {
      where: { object: `disk ${cid}` },
    });
  }

  async #hintPath(cid: string): Promise<string | undefined> {
    return diskPath((await this.#settings.diskHints())[cid]);
  }

  async #mountPoint(cid: string): Promise<string | undefined> {
    for (const target of [this.#layout.store, this.#layout.storeMigrationTarget]) if ((await this.#holder(target)) === cid) return target;
    return undefined;
  }

  /** The disk that is bound there: a bind mount shows its source's own device and inode. */
  async #holder(target: string): Promise<string | undefined> {
    const there = await identity(target);
    if (there === undefined) return undefined;
    for (const cid of Object.keys(await this.#settings.diskHints())) {
      if ((await identity((await this.#hintPath(cid)) ?? '')) === there) return cid;
    }
    return undefined;
  }
}
