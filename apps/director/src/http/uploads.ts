import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CodedError, World } from '@bosh6/base';
import { fail } from '../errors.js';

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

  /** Removes what no waiting task will come for. */
  async prepare(wanted: ReadonlySet<string>): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#directory)) {
      const path = join(this.#directory, name);
      if (!wanted.has(path)) await rm(path, { recursive: true, force: true });
    }
  }

  /**
   * Writes the bytes aside as they come, and answers with the file's path and their SHA-256; the taker removes it, or who discards it.
   * Throws `RequestTooLarge`: before it reads anything where the length is told, else when there is too much.
   */
  async receive(body: IncomingMessage): Promise<Upload> {
    if (Number(body.headers['content-length'] ?? 0) > this.#maxBytes) throw this.#tooLarge();
    const path = join(this.#directory, this.#world.uuid());
    const hash = createHash('sha256');
    try {
      await pipeline(this.#bounded(body, hash), createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, digest: hash.digest('hex'), discard: () => rm(path, { force: true }) };
  }

  async *#bounded(body: IncomingMessage, hash: Hash): AsyncGenerator<Buffer> {
    let bytes = 0;
    // The connection outlives a refusal, which the client is to read.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > this.#maxBytes) throw this.#tooLarge();
      hash.update(chunk);
      yield chunk;
    }
  }

  #tooLarge(): CodedError {
    return fail('RequestTooLarge', `an upload may have ${this.#maxBytes} bytes`, {
      hint: "raise maxUploadBytes in the Director's configuration",
    });
  }
}
