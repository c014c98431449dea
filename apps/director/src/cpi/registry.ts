import type { Cpi } from '@bosh6/cpi-protocol';
import type { CpiEntry } from '@bosh6/formats';
import type { Cpis, KnownCpi } from '../core/collaborators.js';
import type { Store } from '../persistence/store.js';
import { knownCpis, storedCpiEntries } from './cpi-entries.js';
import { fail } from './errors.js';
import type { OwnedCpi } from './make-cpi.js';

export interface CpiRegistryOptions {
  store: Store;
  /** The one called ''. */
  fallback: OwnedCpi;
  make: (entry: CpiEntry) => OwnedCpi;
}

interface Held {
  cpi: OwnedCpi;
  calls: number;
  isGone: boolean;
}

/** Follows the stored CPI configs: what an entry says is made once and used until no entry says it any more, then closed when its last call has ended. */
export class CpiRegistry implements Cpis {
  readonly #options: CpiRegistryOptions;
  readonly #fallback: Held;
  readonly #held = new Map<string, Held>();
  #read: { ids: string; entries: CpiEntry[] } | undefined;

  constructor(options: CpiRegistryOptions) {
    this.#options = options;
    this.#fallback = { cpi: options.fallback, calls: 0, isGone: false };
  }

  async known(): Promise<KnownCpi[]> {
    return knownCpis(await this.#entries());
  }

  async use<T>(name: string, work: (cpi: Cpi) => Promise<T>): Promise<T> {
    const held = name === '' ? this.#fallback : this.#hold(await this.#entryOf(name));
    held.calls += 1;
    try {
      return await work(held.cpi);
    } finally {
      held.calls -= 1;
      closeUnused(held);
    }
  }

  async close(): Promise<void> {
    const all = [this.#fallback, ...this.#held.values()];
    this.#held.clear();
    // a session at a vCenter is to be ended before the process is
    await Promise.all(all.map(({ cpi }) => cpi.close?.()));
  }

  async #entryOf(name: string): Promise<CpiEntry> {
    const entries = await this.#entries();
    const found = entries.find((entry) => entry.name === name || entry.migratedFrom.includes(name));
    if (found !== undefined) return found;
    const known = entries.map((entry) => `'${entry.name}'`).join(', ');
    throw fail('CpiUnknown', `no CPI is called '${name}'; ${known === '' ? 'there is no CPI config' : `CPI configs have ${known}`}`);
  }

  async #entries(): Promise<CpiEntry[]> {
    const { store } = this.#options;
    const ids = (await store.read.configs.currentIds('cpi')).join();
    if (this.#read?.ids === ids) return this.#read.entries;
    const entries = await storedCpiEntries(store.read);
    this.#read = { ids, entries };
    const wanted = new Set(entries.map(identity));
    for (const [key, held] of this.#held) {
      if (wanted.has(key)) continue;
      this.#held.delete(key);
      held.isGone = true;
      closeUnused(held);
    }
    return entries;
  }

  #hold(entry: CpiEntry): Held {
    const key = identity(entry);
    const held = this.#held.get(key) ?? { cpi: this.#options.make(entry), calls: 0, isGone: false };
    this.#held.set(key, held);
    return held;
  }
}

function closeUnused(held: Held): void {
  if (held.isGone && held.calls === 0) held.cpi.close?.();
}

/** What makes one CPI differ from another; not its name. */
function identity({ type, execPath, properties }: CpiEntry): string {
  return JSON.stringify([type, execPath, properties]);
}
