import { isBeyond, type Limit, limitOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

/** Resident memory of a process, with its descendants when `total`; of the machine in a system's check. */
export interface MemoryCondition {
  kind: 'memory';
  of: 'process' | 'tree' | 'machine' | 'swap';
  limit: Limit;
}

export function readMemory(words: Words, isSystem: boolean): MemoryCondition | undefined {
  const word = words.peek() ?? '';
  const split = word === 'total' && /^mem(ory)?$/.test(words.peek(1) ?? '');
  if (!split && !/^((total)?mem(ory)?|swap)$/.test(word)) return undefined;
  words.skip();
  if (split) words.skip();
  words.accept('usage');
  const of = word === 'swap' ? 'swap' : isSystem ? 'machine' : word.startsWith('total') ? 'tree' : 'process';
  return { kind: 'memory', of, limit: limitOf(words) };
}

export function lookAtMemory({ of, limit }: MemoryCondition, { sight, machine }: View): Finding {
  const memory = machine.memory();
  let [used, all] = of === 'swap' ? [memory.swapUsed, memory.swap] : [memory.used, memory.total];
  if (of === 'process' || of === 'tree') {
    if (sight === undefined) return { said: 'no process' };
    const family = of === 'tree' ? machine.family(sight.pid) : [];
    used = (family.length === 0 ? [sight] : family).reduce((sum, { residentKib }) => sum + residentKib, 0) * 1024;
    all = memory.total;
  }
  if (limit.percent && all === 0) return { failed: false, said: 'there is none' };
  const value = limit.percent ? (100 * used) / all : used;
  return {
    failed: isBeyond(value, limit),
    said: `memory of ${said(value, limit.percent)}, limit ${limit.operator} ${said(limit.value, limit.percent)}`,
  };
}

function said(value: number, percent: boolean): string {
  return percent ? `${Math.round(value * 10) / 10} %` : `${Math.round(value / 1024)} kB`;
}
