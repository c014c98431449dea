import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { fail } from '../errors.js';
import { type Tracked, track } from '../ops/tracked.js';
import type { Placeholder } from './placeholder.js';
import { variablePointer } from './sources.js';
import type { VariableSource, VariableStore } from './types.js';

/** All sources together, and a record of what was asked of them. */
export class Variables {
  readonly #sources: readonly VariableSource[];
  readonly #store: VariableStore | undefined;
  readonly #generated = new Map<string, Json>();
  readonly #missing = new Set<string>();
  readonly #used = new Set<string>();

  constructor(sources: readonly VariableSource[], store: VariableStore | undefined) {
    this.#sources = sources;
    this.#store = store;
  }

  /** True when any source, or the store, has the variable. */
  has(name: string): boolean {
    return (
      this.#generated.has(name) ||
      this.#sources.some((source) => Object.hasOwn(source.values, name)) ||
      this.#store?.get(name) !== undefined
    );
  }

  /** Keeps a value made for a typed definition. */
  keep(name: string, value: Json): void {
    this.#generated.set(name, value);
  }

  /** The value, knowing where it was written; undefined when nobody has the variable. A missing key is always an error. */
  value(placeholder: Placeholder): Tracked | undefined {
    const { name, keys, text } = placeholder;
    const holders = this.#holders(name);
    if (holders.length === 0) {
      this.#missing.add(text);
      return undefined;
    }
    this.#used.add(name);
    for (const holder of holders) {
      const found = dig(holder.value, keys);
      if (found !== undefined) return track(found, holder.source, variablePointer(name, keys));
    }
    throw fail('VariableKeyMissing', `variable '${name}' of ${holders[0]?.source.name ?? 'the store'} has no value at '${keys.join('.')}'`);
  }

  /** The whole value, for what is made by it. */
  whole(name: string): Json | undefined {
    return this.#holders(name)[0]?.value;
  }

  /** Sorted names that were asked for and not found. */
  missing(): string[] {
    return [...this.#missing].sort();
  }

  /** Notes a typed definition that nobody could satisfy. */
  miss(name: string): void {
    this.#missing.add(name);
  }

  /** Notes a variable as used: a definition uses its own. */
  use(name: string): void {
    this.#used.add(name);
  }

  /** Sorted names that were supplied and never asked for. */
  unused(): string[] {
    const supplied = new Set([...this.#sources.flatMap((source) => Object.keys(source.values)), ...(this.#store?.names() ?? [])]);
    return [...supplied].filter((name) => !this.#used.has(name)).sort();
  }

  #holders(name: string): { value: Json; source: VariableSource }[] {
    const holders = this.#sources.flatMap((source) => {
      const value = Object.hasOwn(source.values, name) ? source.values[name] : undefined;
      return value === undefined ? [] : [{ value, source }];
    });
    if (holders.length > 0) return holders;
    const stored = this.#generated.get(name) ?? this.#store?.get(name);
    return stored === undefined ? [] : [{ value: stored, source: { name: '--vars-store', values: {} as JsonObject } }];
  }
}

function dig(value: Json, keys: readonly string[]): Json | undefined {
  let node: Json | undefined = value;
  for (const key of keys) {
    if (Array.isArray(node)) node = /^\d+$/.test(key) ? node[Number(key)] : undefined;
    else if (isJsonObject(node)) node = Object.hasOwn(node, key) ? node[key] : undefined;
    else return undefined;
  }
  return node;
}
