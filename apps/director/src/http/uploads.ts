import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CodedError, World } from '@bosh6/base';
import { removeLeft } from '../blobs/remove-left.js';
import { fail } from '../errors.js';
import { DigestedFile } from './digested-file.js';

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
  readonly #maxBytes: number;

  constructor(directory: string, world: World, maxBytes: number) {
    this.#directory = directory;
    this.#world = world;
    this.#maxBytes = maxBytes;
  }

  /** Removes what no waiting task will come for; `others` may be receiving too. */
  async prepare(wanted: ReadonlySet<string>, others: boolean): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await removeLeft(this.#directory, this.#world, { others, keep: (path) => wanted.has(path) });
  }

  /**
   * Writes the bytes aside as they come, and answers with the file's path and their SHA-256; the taker removes it, or who discards it.
   * Throws `RequestTooLarge`: before it reads anything where the length is told, else when there is too much.
   */
  async receive(body: IncomingMessage): Promise<Upload> {
    if (Number(body.headers['content-length'] ?? 0) > this.#maxBytes) throw this.#tooLarge();
    const path = join(this.#directory, this.#world.uuid());
    const file = new DigestedFile(path, this.#maxBytes);
    try {
      await pipeline(body, file);
      if (file.isTooLarge) throw this.#tooLarge();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, digest: file.digest(), discard: () => rm(path, { force: true }) };
  }

  #tooLarge(): CodedError {
    return fail('RequestTooLarge', `an upload may have ${this.#maxBytes} bytes`, {
      hint: "raise maxUploadBytes in the Director's configuration",
    });
  }
}
