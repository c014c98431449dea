import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { World } from '@bosh6/base';

/** Files on their way from a request to the task that takes them. */
export class Uploads {
  readonly #directory: string;
  readonly #world: World;

  constructor(directory: string, world: World) {
    this.#directory = directory;
    this.#world = world;
  }

  /** Removes what no waiting task will come for. */
  async prepare(wanted: ReadonlySet<string>): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#directory)) {
      const path = join(this.#directory, name);
      if (!wanted.has(path)) await rm(path, { recursive: true, force: true });
    }
  }

  /** Writes the bytes aside as they come, and answers with the file's path; the taker removes it. */
  async receive(body: Readable): Promise<string> {
    const path = join(this.#directory, this.#world.uuid());
    try {
      await pipeline(body, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return path;
  }
}
