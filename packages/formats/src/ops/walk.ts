import { fail } from '../errors.js';
import type { PathToken } from './path.js';
import { kindOfNode, type Tracked } from './tracked.js';

/** What a token names in its parent: an index or key that may not exist yet. */
export type Slot =
  | { list: Tracked[]; index: number; exists: boolean; insert?: 'before' | 'after' }
  | { map: Map<string, Tracked>; key: string; exists: boolean };

/** Finds what one token names. `optional` tokens may miss; all else throws `PathNotFound`. */
export function slotOf(node: Tracked, token: PathToken, path: string): Slot {
  if (token.kind === 'key') {
    if (!(node.content instanceof Map)) throw missing(path, `'${token.key}' needs a map, but finds ${kindOfNode(node)}`);
    const exists = node.content.has(token.key);
    if (!exists && !token.optional) throw missing(path, `there is no key '${token.key}' in ${kindOfNode(node)}`);
    return { map: node.content, key: token.key, exists };
  }
  if (!Array.isArray(node.content)) throw missing(path, `a list is needed, but there is ${kindOfNode(node)}`);
  const list = node.content;
  if (token.kind === 'append') return { list, index: list.length, exists: false };
  if (token.kind === 'index') return at(list, token.index < 0 ? list.length + token.index : token.index, token, path);
  const matches = list.flatMap((item, index) =>
    item.content instanceof Map && item.content.get(token.key)?.content === token.value ? [index] : [],
  );
  const [found] = matches;
  if (found === undefined && token.optional) return { list, index: list.length, exists: false };
  if (found === undefined || matches.length > 1) {
    throw missing(path, `exactly one item with ${token.key} '${token.value}' is needed, but there are ${matches.length}`);
  }
  return at(list, found, token, path);
}

function at(list: Tracked[], index: number, token: { shift: number; insert?: 'before' | 'after' }, path: string): Slot {
  const place = index + token.shift;
  if (index < 0 || place < 0 || place >= list.length) throw missing(path, `there is no index ${place} in a list of ${list.length}`);
  return { list, index: place, exists: true, ...(token.insert === undefined ? {} : { insert: token.insert }) };
}

/** The node in a slot; undefined when it does not exist. */
export function inSlot(slot: Slot): Tracked | undefined {
  if (!slot.exists) return undefined;
  return 'list' in slot ? slot.list[slot.index] : slot.map.get(slot.key);
}

/** The node at a path; undefined where an optional part is missing. Throws `PathNotFound`. */
export function find(root: Tracked, tokens: readonly PathToken[], path: string): Tracked | undefined {
  let node: Tracked | undefined = root;
  for (const token of tokens) {
    if (token.kind === 'append') throw missing(path, "'-' names no value");
    node = inSlot(slotOf(node, token, path));
    if (node === undefined) return undefined;
  }
  return node;
}

export function missing(path: string, what: string): Error {
  return fail('PathNotFound', `path '${path}': ${what}`);
}
