import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import type { Layout } from '../layout.js';
import { readJson, writeJson } from '../state/json-file.js';

const agentIdsSchema = z.array(z.string());

/** Which agents' instances do not run all that they should: of others what the Director last said, kept over a restart; of itself what it sees. */
export class KnownHealth {
  readonly #layout: Layout;
  readonly #own: () => { agentId: string | undefined; isHealthy: boolean };
  #unhealthy = new Set<string>();

  constructor(layout: Layout, own: () => { agentId: string | undefined; isHealthy: boolean }) {
    this.#layout = layout;
    this.#own = own;
  }

  /** What was said before a restart of the agent. A file that cannot be read is like none. */
  async load(): Promise<void> {
    const kept = agentIdsSchema.safeParse(await readJson(this.#path).catch(() => undefined));
    if (kept.success) this.#unhealthy = new Set(kept.data);
  }

  async take(unhealthy: readonly string[]): Promise<void> {
    // Known at once: a disk that is full costs it the next restart only.
    this.#unhealthy = new Set(unhealthy);
    await mkdir(dirname(this.#path), { recursive: true });
    await writeJson(this.#path, unhealthy);
  }

  /** Whoever nobody knows is healthy. */
  readonly isHealthy = (agentId: string): boolean => {
    const own = this.#own();
    return agentId === own.agentId ? own.isHealthy : !this.#unhealthy.has(agentId);
  };

  get #path(): string {
    return this.#layout.instance('dns', 'unhealthy.json');
  }
}
