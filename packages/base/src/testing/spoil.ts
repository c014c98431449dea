/** `depth` lists in one another. */
export function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let left = depth; left > 0; left--) value = [value];
  return value;
}

const scalars = [null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, '', ' ', '\0', '-', '0', 'a', '::', '%', '((x))', '\ud800'];
const texts = [
  '__proto__',
  'constructor',
  'toString',
  '../..',
  '/etc/passwd',
  'http://%@[',
  '[::1',
  '999999999999999999999',
  '1970-01-01',
  '*',
];
const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'length', '', '0'];
/** Values that nobody expects; each is made anew. */
const unexpected: (() => unknown)[] = [
  ...[...scalars, ...texts].map((value) => () => value),
  () => [],
  () => ({}),
  () => [null],
  () => ({ toString: 1, valueOf: 1 }),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => nested(100),
  () => 'x'.repeat(3000),
];

type Slot = { at: Record<string, unknown>; key: string };

/**
 * A copy of plain data with one change for each two numbers: the first says where, the second what. A value is exchanged for one that nobody expects, left
 * out, or made a neighbour of a key that means something to JavaScript. Any numbers will do.
 */
export function spoil(value: unknown, numbers: readonly number[]): unknown {
  const root: Record<string, unknown> = { value: structuredClone(value) };
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const slots = [...slotsOf(root, 0)];
    const slot = slots[(numbers[at] ?? 0) % slots.length];
    if (slot !== undefined) change(slot, numbers[at + 1] ?? 0);
  }
  return root.value;
}

function* slotsOf(at: Record<string, unknown>, depth: number): Generator<Slot> {
  for (const key of Object.keys(at)) {
    yield { at, key };
    const inner = at[key];
    if (typeof inner === 'object' && inner !== null && depth < 30) yield* slotsOf(inner as Record<string, unknown>, depth + 1);
  }
}

function change({ at, key }: Slot, what: number): void {
  const value = unexpected[what % (unexpected.length + 3)];
  const own = (name: string, added: unknown): unknown =>
    Object.defineProperty(at, name, { value: added, enumerable: true, configurable: true, writable: true });
  if (value !== undefined) own(key, value());
  else if (Array.isArray(at)) at.splice(Number(key), 1);
  else if (what % 2 === 0) delete at[key];
  else own(keys[what % keys.length] ?? '', { polluted: true });
}
