import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { AliasTargets } from './node-value.js';
import { pointerTokens } from './pointer.js';

/** Source of the plain scalar at a pointer. */
export function plainTextIn(document: Document, targets: AliasTargets, pointer: string): string | undefined {
  let node = document.contents as Node | null;
  for (const token of pointerTokens(pointer)) {
    const step = child(targets, node, token);
    if (step === undefined) return undefined;
    node = step.node;
  }
  return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
}

/** Offset of what a pointer names: the key of a map's value, the item of a list, else the nearest ancestor that exists. */
export function locateIn(document: Document, targets: AliasTargets, pointer: string): number | undefined {
  let node = document.contents as Node | null;
  let offset = node?.range?.[0];
  for (const token of pointerTokens(pointer)) {
    const step = child(targets, node, token);
    if (step === undefined) break;
    offset = step.offset ?? offset;
    node = step.node;
  }
  return offset;
}

interface Step {
  node: Node | null;
  offset: number | undefined;
}

function child(targets: AliasTargets, node: Node | null, token: string): Step | undefined {
  const target = isAlias(node) ? (targets.get(node) ?? null) : node;
  if (isSeq(target)) {
    const item = target.items[Number(token)] as Node | undefined;
    return item === undefined ? undefined : { node: item, offset: item?.range?.[0] };
  }
  if (!isMap(target)) return undefined;
  const pairs = (target.items as Pair<Node, Node | null>[]).toReversed();
  const named = pairs.find((pair) => isScalar(pair.key) && (pair.key.source ?? String(pair.key.value)) === token);
  if (named !== undefined) return { node: named.value, offset: named.key.range?.[0] };
  for (const pair of pairs) {
    if (!isScalar(pair.key) || pair.key.source !== '<<') continue;
    const merged = isAlias(pair.value) ? (targets.get(pair.value) ?? null) : pair.value;
    for (const map of isSeq(merged) ? (merged.items as Node[]) : [merged]) {
      const step = child(targets, map, token);
      if (step !== undefined) return step;
    }
  }
  return undefined;
}
