import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { setKey } from '../yaml/node-value.js';
import { childPointer, pointerTokens } from '../yaml/pointer.js';

/** A value of a tree, with the pointer that it had before anything was taken away. */
interface Node {
  pointer: string;
  content: Exclude<Json, Json[] | JsonObject> | Node[] | Map<string, Node>;
}

/** A document that parts are taken from, and that knows what each place was called before, and what is missing. */
export class PrunedTree {
  readonly name: string;
  readonly #root: Node;
  readonly #lost = new Set<string>();

  constructor(name: string, value: Json) {
    this.name = name;
    this.#root = grow(value, '');
  }

  get value(): Json {
    return plain(this.#root);
  }

  /** What a pointer of now was called; below what is there it goes on as it is. */
  original(pointer: string): string {
    const { node, rest } = this.#walk(pointer);
    return rest.reduce<string>(childPointer, node.pointer);
  }

  /** The value at a pointer of now. */
  at(pointer: string): Json | undefined {
    const { node, rest } = this.#walk(pointer);
    return rest.length === 0 ? plain(node) : undefined;
  }

  /** Whether anything was taken or put at an original pointer or below it, or at what it is in. */
  hasLost(original: string): boolean {
    for (const lost of this.#lost) if (isWithin(lost, original) || isWithin(original, lost)) return true;
    return false;
  }

  /** Whether anything was taken or put at an original pointer or below it. */
  hasLostWithin(original: string): boolean {
    for (const lost of this.#lost) if (isWithin(lost, original)) return true;
    return false;
  }

  /** Takes away what is at a pointer of now, or the nearest thing that it is in. Gives what went; undefined when that would be all of it. */
  take(pointer: string): { original: string; value: Json } | undefined {
    const { trail } = this.#walk(pointer);
    const [parent, node] = trail.slice(-2);
    if (parent === undefined || node === undefined) return undefined;
    if (Array.isArray(parent.content)) parent.content.splice(parent.content.indexOf(node), 1);
    else if (parent.content instanceof Map) for (const [key, value] of parent.content) if (value === node) parent.content.delete(key);
    this.#lost.add(node.pointer);
    return { original: node.pointer, value: plain(node) };
  }

  /** Puts a value under a key that a map lacks; false when the pointer names no such key, or was filled before. */
  put(pointer: string, value: Json): boolean {
    const { node, rest } = this.#walk(pointer);
    const [key] = rest;
    if (key === undefined || rest.length > 1 || !(node.content instanceof Map)) return false;
    const original = childPointer(node.pointer, key);
    if (this.#lost.has(`${original}/`)) return false;
    this.#lost.add(original);
    // A mark that no taken pointer has: put once.
    this.#lost.add(`${original}/`);
    node.content.set(key, grow(value, original));
    return true;
  }

  #walk(pointer: string): { node: Node; rest: string[]; trail: Node[] } {
    const tokens = pointerTokens(pointer);
    const trail = [this.#root];
    let node = this.#root;
    for (const [index, token] of tokens.entries()) {
      const { content } = node;
      const next = Array.isArray(content) ? content[Number(token)] : content instanceof Map ? content.get(token) : undefined;
      if (next === undefined) return { node, rest: tokens.slice(index), trail };
      node = next;
      trail.push(node);
    }
    return { node, rest: [], trail };
  }
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function grow(value: Json, pointer: string): Node {
  if (Array.isArray(value)) return { pointer, content: value.map((item, index) => grow(item, childPointer(pointer, index))) };
  if (!isJsonObject(value)) return { pointer, content: value };
  return { pointer, content: new Map(Object.entries(value).map(([key, item]) => [key, grow(item, childPointer(pointer, key))])) };
}

function plain({ content }: Node): Json {
  if (Array.isArray(content)) return content.map(plain);
  if (!(content instanceof Map)) return content;
  const result: JsonObject = {};
  for (const [key, node] of content) setKey(result, key, plain(node));
  return result;
}
