import type { Store } from '../persistence/store.js';

const maxBytes = 8 * 1024 * 1024;
const maxAnswers = 32;

interface Kept {
  readonly version: number;
  readonly bytes: Buffer;
}

/**
 * JSON answers that depend on the database alone: asked again before anybody has changed it, they are the same bytes.
 * Who asks is checked before. Where the database does not tell of changes, each answer is made anew.
 */
export class AnswerCache {
  readonly #store: Pick<Store, 'version'>;
  /** The one that was asked for last stands last. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(store: Pick<Store, 'version'>) {
    this.#store = store;
  }

  /** `key` says all that the answer depends on beside the database. */
  async get(key: string, make: () => Promise<unknown>): Promise<Buffer> {
    // Read before the answer is made: a change meanwhile makes it outdated, never the other way round.
    const version = await this.#store.version();
    const kept = this.#kept.get(key);
    if (kept !== undefined) this.#forget(key, kept);
    const bytes = kept !== undefined && kept.version === version ? kept.bytes : Buffer.from(JSON.stringify(await make()));
    if (version !== undefined) this.#keep(key, { version, bytes });
    return bytes;
  }

  #keep(key: string, fresh: Kept): void {
    const other = this.#kept.get(key);
    if (other !== undefined) this.#forget(key, other);
    this.#kept.set(key, fresh);
    this.#bytes += fresh.bytes.length;
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= maxBytes && this.#kept.size <= maxAnswers) return;
      this.#forget(oldest, kept);
    }
  }

  #forget(key: string, { bytes }: Kept): void {
    this.#kept.delete(key);
    this.#bytes -= bytes.length;
  }
}
