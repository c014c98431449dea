import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { setKey } from '../yaml/node-value.js';
import { childPointer, pointerTokens } from '../yaml/pointer.js';
import type { Position } from '../yaml/source-document.js';

/** Where a value was written. */
export interface Origin {
  source: { readonly name: string; locate?(pointer: string): Position | undefined };
  pointer: string;
}

type Scalar = null | boolean | number | string;

/** A value each part of which knows where it was written, whatever is cut and pasted around it. */
export interface Tracked {
  origin: Origin;
  content: Scalar | Tracked[] | Map<string, Tracked>;
}

export function track(value: Json, source: Origin['source'], pointer = ''): Tracked {
  const origin = { source, pointer };
  if (Array.isArray(value)) return { origin, content: value.map((item, index) => track(item, source, childPointer(pointer, index))) };
  if (!isJsonObject(value)) return { origin, content: value };
  return { origin, content: new Map(Object.entries(value).map(([key, item]) => [key, track(item, source, childPointer(pointer, key))])) };
}

export function untrack(node: Tracked): Json {
  if (Array.isArray(node.content)) return node.content.map(untrack);
  if (!(node.content instanceof Map)) return node.content;
  const result: JsonObject = {};
  for (const [key, item] of node.content) setKey(result, key, untrack(item));
  return result;
}

/** Where the value at a pointer, or its nearest ancestor that exists, was written. */
export function originAt(root: Tracked, pointer: string): { document: string } & Partial<Position> {
  let node = root;
  for (const token of pointerTokens(pointer)) {
    const next: Tracked | undefined = Array.isArray(node.content)
      ? node.content[Number(token)]
      : node.content instanceof Map
        ? node.content.get(token)
        : undefined;
    if (next === undefined) break;
    node = next;
  }
  const { source, pointer: at } = node.origin;
  return { document: source.name, ...source.locate?.(at) };
}

/** What a node is, in words. */
export function kindOfNode(node: Tracked): string {
  if (Array.isArray(node.content)) return `a list of ${node.content.length}`;
  if (node.content instanceof Map)
    return node.content.size === 0
      ? 'an empty map'
      : `a map with keys ${[...node.content.keys()]
          .sort()
          .map((key) => `'${key}'`)
          .join(', ')}`;
  return node.content === null ? 'nothing (null)' : `a ${typeof node.content}`;
}
