import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { type Dialect, resolveScalar } from './scalars.js';

/** More nodes than this reached through aliases is a bomb, not a config. */
const maxAliasedNodes = 200_000;
/** Nobody writes this. Whoever walks the value afterwards may do so by recursion. */
export const maxDepth = 500;

export const tooDeep = 'it is nested too deeply';

export class NodeError {
  readonly offset: number | undefined;
  readonly message: string;
  constructor(node: Node | null | undefined, message: string) {
    this.offset = node?.range?.[0];
    this.message = message;
  }
}

/** A key that its map has had before, by offsets into the text. */
export interface RepeatedKey {
  key: string;
  at: number;
  before: number;
}

/** What reading a document finds beside its value. */
export interface Findings {
  targets: AliasTargets;
  repeated: RepeatedKey[];
}

interface Manner {
  dialect: Dialect;
  /** Instead of refusing them. */
  keepDates: boolean;
}

interface Reading extends Findings, Manner {
  aliased: number;
  depth: number;
  open: Set<Node>;
  anchors: Map<string, Node>;
}

/** What each alias of a document stands for. */
export type AliasTargets = WeakMap<Alias, Node>;

/** Sets a key without waking `__proto__`. */
export function setKey(target: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** The value of a parsed document, noting what its aliases mean and which keys are repeated. Throws `NodeError`. */
export function documentValue(document: Document, manner: Manner, findings: Findings): Json {
  return read(
    document.contents as Node | null,
    { ...manner, aliased: 0, depth: 0, open: new Set(), anchors: new Map(), ...findings },
    false,
  );
}

function read(node: Node | null | undefined, reading: Reading, aliased: boolean): Json {
  if (node === null || node === undefined) return null;
  if (aliased && ++reading.aliased > maxAliasedNodes) throw new NodeError(node, 'aliases expand to more than 200,000 values');
  if (isAlias(node)) return readAlias(node, reading);
  const { anchor } = node as { anchor?: string };
  if (anchor !== undefined) reading.anchors.set(anchor, node);
  if (isScalar(node)) return readScalar(node, reading);
  if (!isSeq(node) && !isMap(node)) throw new NodeError(node, 'this kind of YAML node is not supported');
  if (reading.depth === maxDepth) throw new NodeError(node, tooDeep);
  reading.depth += 1;
  const value = isSeq(node) ? node.items.map((item) => read(item as Node, reading, aliased)) : readMap(node, reading, aliased);
  reading.depth -= 1;
  return value;
}

function readAlias(node: Alias, reading: Reading): Json {
  const target = reading.targets.get(node) ?? reading.anchors.get(node.source);
  if (target === undefined) throw new NodeError(node, `there is no anchor '&${node.source}' before this alias`);
  if (reading.open.has(target)) throw new NodeError(node, `alias '*${node.source}' contains itself`);
  reading.targets.set(node, target);
  reading.open.add(target);
  const value = read(target, reading, true);
  reading.open.delete(target);
  return value;
}

function readScalar(node: Scalar, { dialect, keepDates }: Manner): Json {
  const text = node.source ?? String(node.value ?? '');
  if (node.tag === 'tag:yaml.org,2002:binary' || node.tag === '!binary') return Buffer.from(text, 'base64').toString('utf8');
  if (node.type !== 'PLAIN' || node.tag === 'tag:yaml.org,2002:str' || node.tag === '!') return String(node.value ?? '');
  const resolved = resolveScalar(text, dialect);
  if (!('refused' in resolved)) return resolved.value;
  if (keepDates) return text;
  throw new NodeError(node, `'${text}' is read as a date, which BOSH refuses; quote it`);
}

function readMap(node: YAMLMap, reading: Reading, aliased: boolean): Json {
  const result: JsonObject = {};
  const seen = new Map<string, number>();
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = pair.key;
    if (isScalar(key) && key.type === 'PLAIN' && key.source === '<<') {
      for (const [name, value] of mergedEntries(pair.value, reading)) setKey(result, name, value);
      continue;
    }
    const name = keyText(key, reading);
    const at = key?.range?.[0] ?? 0;
    const before = seen.get(name);
    if (before !== undefined && !aliased) reading.repeated.push({ key: name, at, before });
    seen.set(name, at);
    setKey(result, name, read(pair.value, reading, aliased));
  }
  return result;
}

// A merge overrides keys before it, keys after it override the merge, and in a list of maps the first wins: as Psych and Go do.
function mergedEntries(node: Node | null, reading: Reading): [string, Json][] {
  const value = read(node, reading, true);
  const maps = Array.isArray(value) ? value.toReversed() : [value];
  if (!maps.every(isJsonObject)) throw new NodeError(node, "'<<' needs a map, or a list of maps");
  return maps.flatMap((map) => Object.entries(map));
}

function keyText(key: Node | null, reading: Reading): string {
  const value = isScalar(key) && key.type === 'PLAIN' ? key.source : read(key, reading, false);
  if (isScalar(key) && (typeof value === 'string' || value === undefined)) return value ?? '';
  if (typeof value === 'string') return value;
  throw new NodeError(key, 'a map or list as a key is not supported');
}
