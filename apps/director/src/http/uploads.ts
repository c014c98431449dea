import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { World } from '@bosh6/base';

export interface Upload {
  readonly path: string;
  /** Hexadecimal SHA-256. */
  readonly digest: string;
  discard(): Promise<void>;
}

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

  /** Writes the bytes aside as they come, and answers with the file's path and their SHA-256; the taker removes it, or who discards it. */
  async receive(body: Readable): Promise<Upload> {
    const path = join(this.#directory, this.#world.uuid());
    const hash = createHash('sha256');
    const hashed = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    };
    try {
      await pipeline(body, hashed, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, digest: hash.digest('hex'), discard: () => rm(path, { force: true }) };
  }
}
