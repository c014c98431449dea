import { isDeepStrictEqual } from 'node:util';
import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { locateError } from '../yaml/locate-error.js';
import type { Operation } from './operation.js';
import type { PathToken } from './path.js';
import { type Tracked, track, untrack } from './tracked.js';
import { find, inSlot, missing, type Slot, slotOf } from './walk.js';

/** Applies one operation, changing the tree in place; gives the root, which a `replace` of the whole document exchanges. Throws `OperationFailed`. */
export function applyOperation(root: Tracked, operation: Operation): Tracked {
  try {
    if (operation.type === 'replace') return replace(root, operation);
    if (operation.type === 'remove') remove(root, operation);
    else test(root, operation);
    return root;
  } catch (cause) {
    if (!CodedError.is(cause)) throw cause;
    const error = fail(
      'OperationFailed',
      `operation ${operation.pointer.slice(1)} of '${operation.document.name}' failed: ${cause.message}`,
      {
        where: { pointer: operation.pointer },
        cause,
      },
    );
    throw locateError(error, operation.document);
  }
}

function replace(root: Tracked, { tokens, path, value, document, pointer }: Operation): Tracked {
  const made = value?.() ?? track(null, document, pointer);
  let node = root;
  for (const [index, token] of tokens.entries()) {
    const slot = slotOf(node, token, path);
    const next = tokens[index + 1];
    if (next === undefined) {
      put(slot, made);
      return root;
    }
    const found = inSlot(slot);
    if (found !== undefined) node = found;
    else {
      node = emptyFor(token, next, path, made.origin);
      put(slot, node);
    }
  }
  return made;
}

// What an optional part that is missing becomes: a map, a list when the next part speaks of items, for k=v an item that has it.
function emptyFor(token: PathToken, next: PathToken, path: string, origin: Tracked['origin']): Tracked {
  if (token.kind === 'match') return { origin, content: new Map([[token.key, { origin, content: token.value }]]) };
  if (next.kind === 'index') throw missing(path, 'a missing part cannot be made, for an index follows it');
  return { origin, content: next.kind === 'key' ? new Map() : [] };
}

function put(slot: Slot, node: Tracked): void {
  if ('map' in slot) slot.map.set(slot.key, node);
  else if (slot.insert !== undefined) slot.list.splice(slot.insert === 'before' ? slot.index : slot.index + 1, 0, node);
  else slot.list[slot.index] = node;
}

function remove(root: Tracked, { tokens, path }: Operation): void {
  const last = tokens.at(-1);
  if (last === undefined) throw missing(path, 'the whole document cannot be removed');
  const parent = find(root, tokens.slice(0, -1), path);
  if (parent === undefined) return;
  const slot = slotOf(parent, last, path);
  if (!slot.exists) return;
  if ('map' in slot) slot.map.delete(slot.key);
  else slot.list.splice(slot.index, 1);
}

function test(root: Tracked, { tokens, path, value, absent }: Operation): void {
  if (absent) {
    let found: Tracked | undefined;
    try {
      found = find(root, tokens, path);
    } catch {
      return;
    }
    if (found !== undefined) throw missing(path, 'there is a value, though it should be absent');
    return;
  }
  const found = find(root, tokens, path);
  if (found === undefined || value === undefined || !isDeepStrictEqual(untrack(found), untrack(value())))
    throw missing(path, 'the value is another');
}
