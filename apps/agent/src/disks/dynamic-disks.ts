import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DiskHint } from '@bosh6/agent-protocol';
import { fail } from '../errors.js';
import { link } from '../install/bundle.js';
import type { Layout } from '../layout.js';
import { arrives, diskPath } from './disk-path.js';

/** Disks that come and go while jobs run: each is a link under data/dynamic_disks, and what is done with it is the jobs' business. */
export class DynamicDisks {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Points the link of that CID at the disk. Repeatable. Throws DiskUnknown. */
  async link(cid: string, hint: DiskHint): Promise<void> {
    const at = this.#at(cid);
    const path = diskPath(hint);
    if (path === undefined || !(await arrives(path)))
      throw fail('DiskUnknown', `dynamic disk ${cid} is not at ${path ?? 'any path that its hint names'}`, {
        where: { object: `disk ${cid}` },
      });
    await link(at, path);
  }

  /** One without a link is fine. */
  async unlink(cid: string): Promise<void> {
    await rm(this.#at(cid), { force: true });
  }

  #at(cid: string): string {
    if (cid === '' || cid === '.' || cid === '..' || basename(cid) !== cid || cid.includes('\0'))
      throw fail('InvalidArguments', `'${cid}' cannot be the name of a disk's link`);
    return this.#layout.data('dynamic_disks', cid);
  }
}
