import { CodedError, isJsonObject, type Json, type JsonObject, withWhere } from '@bosh6/base';
import { fail } from '../errors.js';
import { originAt, type Tracked, untrack } from '../ops/tracked.js';
import { fill, namesIn } from './fill.js';
import type { VariableStore } from './types.js';
import type { Variables } from './variables.js';

interface Definition {
  name: string;
  type: string;
  options: Tracked | undefined;
  item: Tracked;
}

/**
 * Resolves the typed `variables` of a document, in order, making what the store can make, and removes those that have a value;
 * the others stay for the Director. Throws `VariableRecursion`, and what the store throws, with its place.
 */
export async function resolveDefinitions(root: Tracked, variables: Variables, store: VariableStore | undefined): Promise<void> {
  const section = root.content instanceof Map ? root.content.get('variables') : undefined;
  if (section === undefined || !Array.isArray(section.content)) return;
  const definitions = section.content.flatMap(definitionOf);
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const resolve = async (definition: Definition, chain: readonly string[]): Promise<void> => {
    const { name, type, options, item } = definition;
    if (chain.includes(name)) throw fail('VariableRecursion', `variables need each other: ${[...chain, name].join(' -> ')}`);
    if (variables.has(name) || store?.generate === undefined) return;
    for (const needed of options === undefined ? [] : [...namesIn(options), ...caOf(options)]) {
      const other = byName.get(needed);
      if (other !== undefined) await resolve(other, [...chain, name]);
    }
    const filled = options === undefined ? {} : untrack(fill(options, variables));
    const lookUp = (other: string): Json | undefined => variables.whole(other);
    const made = store.generate(name, type, isJsonObject(filled) ? filled : ({} as JsonObject), lookUp);
    variables.keep(
      name,
      await made.catch((error: unknown) => {
        throw CodedError.is(error) ? withWhere(error, originAt(item, error.where?.pointer ?? '')) : error;
      }),
    );
  };
  for (const definition of definitions) await resolve(definition, []);
  for (const definition of definitions) {
    if (variables.has(definition.name)) variables.use(definition.name);
    else variables.miss(definition.name);
  }
  section.content = section.content.filter(
    (item) => !definitions.some((definition) => definition.item === item && variables.has(definition.name)),
  );
}

function definitionOf(item: Tracked): Definition[] {
  if (!(item.content instanceof Map)) return [];
  const name = item.content.get('name')?.content;
  const type = item.content.get('type')?.content;
  return typeof name === 'string' && typeof type === 'string' ? [{ name, type, options: item.content.get('options'), item }] : [];
}

function caOf(options: Tracked): string[] {
  const ca = options.content instanceof Map ? options.content.get('ca')?.content : undefined;
  return typeof ca === 'string' ? [ca] : [];
}
