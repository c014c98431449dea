import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { fail } from '../errors.js';
import { run } from '../run.js';
import type { StateStore } from './state.js';
import { addMountPoints, buildLightTree } from './stemcell-tree.js';

/** Stemcells: trees that VMs lay their own files over. */
export class Stemcells {
  readonly #store: StateStore;

  constructor(store: StateStore) {
    this.#store = store;
  }

  /**
   * A light image (a small text that names a tree) gives a tree over the machine's own /usr; an archive without a /usr is laid over that tree, one with a /usr of
   * its own is taken whole.
   */
  async create(imagePath: string): Promise<string> {
    const cid = `sc-${randomUUID()}`;
    const root = this.root(cid);
    await mkdir(root, { recursive: true });
    try {
      const kind = await kindOf(imagePath);
      const ownUsr = kind === 'root';
      if (!ownUsr) await buildLightTree(root);
      if (kind !== 'light') await run(['tar', '-C', root, '--numeric-owner', '-xpf', imagePath]);
      if (ownUsr) await addMountPoints(root);
      this.#store.state.stemcells[cid] = { ownUsr };
      await this.#store.save();
      return cid;
    } catch (cause) {
      await rm(this.#store.path('stemcells', cid), { recursive: true, force: true });
      throw fail('CloudError', `the stemcell's image cannot be used: ${(cause as Error).message}`, { cause });
    }
  }

  async delete(cid: string): Promise<void> {
    const { state } = this.#store;
    if (!Object.hasOwn(state.stemcells, cid)) return;
    const user = Object.values(state.vms).find((vm) => vm.stemcell === cid);
    if (user !== undefined) throw fail('CloudError', `stemcell '${cid}' is in use by VM '${user.cid}'`);
    delete state.stemcells[cid];
    await rm(this.#store.path('stemcells', cid), { recursive: true, force: true });
    await this.#store.save();
  }

  root(cid: string): string {
    return this.#store.path('stemcells', cid, 'root');
  }
}

/** What the image holds: nothing but the name of a tree (at most a few kilobytes), files for such a tree, or a root file system with a /usr. */
async function kindOf(imagePath: string): Promise<'light' | 'files' | 'root'> {
  const info = await stat(imagePath).catch((cause: unknown) => {
    throw fail('CloudError', `the image ${imagePath} cannot be read`, { cause });
  });
  if (info.size < 64 * 1024) return 'light';
  const file = await open(imagePath);
  const magic = Buffer.alloc(2);
  await file.read(magic, 0, 2, 0).finally(() => file.close());
  if (magic.readUInt16BE(0) !== 0x1f8b) throw fail('CloudError', 'the image is neither a light one nor a gzipped tar archive');
  const names = (await run(['tar', '-tzf', imagePath])).split('\n');
  return names.some((name) => /^(\.\/)?usr\/bin(\/|$)/.test(name)) ? 'root' : 'files';
}
