import { type ProcessSight, ticksPerSecond } from '../../processes/proc.js';
import { isBeyond, type Limit, limitOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

/** Share of all the machine's processors in percent since the look before, as monit 5.2 counts: a process that keeps one of two busy has 50. */
export interface CpuCondition {
  kind: 'cpu';
  of: 'process' | 'tree' | 'user' | 'system' | 'wait' | 'machine';
  limit: Limit;
}

interface Before {
  at: number;
  ticks: Record<string, number>;
}

export function readCpu(words: Words, isSystem: boolean): CpuCondition | undefined {
  const word = words.peek() ?? '';
  const split = word === 'total' && words.peek(1) === 'cpu';
  if (!split && !/^(total)?cpu$/.test(word)) return undefined;
  words.skip();
  if (split) words.skip();
  words.accept('usage');
  const part = partOf(words);
  words.accept('usage');
  if (part === undefined) return undefined;
  const of = isSystem ? part : word.startsWith('total') ? 'tree' : 'process';
  return { kind: 'cpu', of, limit: { ...limitOf(words), percent: true } };
}

/** `(user)`; undefined for a part that is not known. */
function partOf(words: Words): 'user' | 'system' | 'wait' | 'machine' | undefined {
  if (words.accept('(') === undefined) return 'machine';
  const part = words.accept('user', 'system', 'wait');
  return part === undefined || words.accept(')') === undefined ? undefined : (part as 'user' | 'system' | 'wait');
}

export function lookAtCpu({ of, limit }: CpuCondition, { sight, machine }: View, before: unknown): Finding {
  const at = machine.now();
  const memory: Before = { at, ticks: {} };
  if (of === 'process' || of === 'tree') {
    if (sight === undefined) return { said: 'no process' };
    for (const each of of === 'tree' ? machine.family(sight.pid) : [sight]) memory.ticks[nameOf(each)] = each.cpuTicks;
  } else memory.ticks.machine = machine.cpuTicks(of);
  const last = before as Before | undefined;
  if (last === undefined || at <= last.at) return { said: 'the first look', memory };
  let used = 0;
  // who is new since has all its time from since
  for (const [name, ticks] of Object.entries(memory.ticks)) used += Math.max(0, ticks - (last.ticks[name] ?? 0));
  const value = (100 * used) / ticksPerSecond / ((at - last.at) / 1000) / machine.processors;
  return {
    failed: isBeyond(value, limit),
    said: `cpu usage of ${Math.round(value * 10) / 10} %, limit ${limit.operator} ${limit.value} %`,
    memory,
  };
}

const nameOf = ({ pid, startTicks }: ProcessSight): string => `${pid}.${startTicks}`;
