import type { Presence } from '../types.js';

/** Which agents listen on their subject now. */
export class AgentPresence {
  readonly #listening = new Map<string, number>();
  readonly #listeners = new Set<(presence: Presence) => void>();

  has(agentId: string): boolean {
    return this.#listening.has(agentId);
  }

  onChange(listener: (presence: Presence) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  count(agentId: string, change: 1 | -1): void {
    const before = this.#listening.get(agentId) ?? 0;
    const after = before + change;
    if (after > 0) this.#listening.set(agentId, after);
    else this.#listening.delete(agentId);
    if (before > 0 === after > 0) return;
    for (const listener of [...this.#listeners]) listener({ agentId, present: after > 0 });
  }
}
