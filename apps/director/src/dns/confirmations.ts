import type { Store } from '../persistence/store.js';

/** Which agents have a version of the records. What comes in while one transaction is under way is stored by the next: a thousand agents answer at once. */
export class Confirmations {
  readonly #store: Pick<Store, 'write'>;
  readonly #version: number;
  #waiting = new Set<string>();
  #next: Promise<void> | undefined;

  constructor(store: Pick<Store, 'write'>, version: number) {
    this.#store = store;
    this.#version = version;
  }

  /** Resolves when it is stored that the agent has the version, or a later one. */
  add(agentId: string): Promise<void> {
    this.#waiting.add(agentId);
    this.#next ??= this.#store.write(async (tx) => {
      const agentIds = [...this.#waiting];
      this.#waiting = new Set();
      this.#next = undefined;
      const known = new Map((await tx.dns.agentVersions.allIn('agentId', agentIds)).map((row) => [row.agentId, row]));
      for (const { id, version } of known.values()) {
        if (version < this.#version) await tx.dns.agentVersions.update({ id }, { version: this.#version });
      }
      const fresh = agentIds.filter((agentId) => !known.has(agentId));
      await tx.dns.agentVersions.insertAll(fresh.map((agentId) => ({ agentId, version: this.#version })));
    });
    return this.#next;
  }
}
