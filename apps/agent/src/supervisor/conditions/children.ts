import { isBeyond, type Limit, limitOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

/** How many descendants a process has, or threads. */
export interface ChildrenCondition {
  kind: 'children';
  of: 'children' | 'threads';
  limit: Limit;
}

export function readChildren(words: Words): ChildrenCondition | undefined {
  const of = words.accept('children', 'threads');
  return of === undefined ? undefined : { kind: 'children', of: of as 'children' | 'threads', limit: limitOf(words) };
}

export function lookAtChildren({ of, limit }: ChildrenCondition, { sight, machine }: View): Finding {
  if (sight === undefined) return { said: 'no process' };
  const value = of === 'threads' ? sight.threads : Math.max(0, machine.family(sight.pid).length - 1);
  return { failed: isBeyond(value, limit), said: `${value} ${of}, limit ${limit.operator} ${limit.value}` };
}
