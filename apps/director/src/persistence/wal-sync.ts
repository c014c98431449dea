import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts what a SQLite database in WAL mode has committed on the disk, for those few that must know it there; off the event loop, while `synchronous = FULL`
 * would stop everybody at each commit. Who asks while it is at it shares the next time. The log has every commit in order, so earlier ones are there too.
 */
export class WalSync {
  readonly #path: string;
  #log: Promise<FileHandle> | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(databasePath: string) {
    this.#path = `${databasePath}-wal`;
  }

  /** Resolves when all that was committed before this call survives a power cut. */
  sync(): Promise<void> {
    if (this.#running === undefined) return this.#begin();
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#begin();
      });
    return this.#next;
  }

  /** After the last `sync` has ended. */
  async close(): Promise<void> {
    await (await this.#log?.catch(() => undefined))?.close();
  }

  #begin(): Promise<void> {
    this.#running = this.#sync().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #sync(): Promise<void> {
    this.#log ??= this.#open();
    const log = await this.#log.catch((error: unknown) => {
      // The next one tries again.
      this.#log = undefined;
      throw error;
    });
    await log.datasync();
  }

  /** Nobody has the file's name on the disk yet. */
  async #open(): Promise<FileHandle> {
    const directory = await open(dirname(this.#path), 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
    return open(this.#path, 'r');
  }
}
