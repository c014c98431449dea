import { isBeyond, type Limit, limitOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

const minutes = ['1min', '5min', '15min'];

/** The machine's load average; `per core` divides it. */
export interface LoadCondition {
  kind: 'load';
  /** 0, 1, 2 for the last minute, 5 and 15. */
  span: number;
  perCore: boolean;
  limit: Limit;
}

export function readLoad(words: Words): LoadCondition | undefined {
  if (words.accept('loadavg') === undefined) return undefined;
  let span = 0;
  if (words.accept('(') !== undefined) {
    span = minutes.indexOf(words.accept(...minutes) ?? '');
    if (span < 0 || words.accept(')') === undefined) return undefined;
  }
  const perCore = words.accept('per') !== undefined && words.accept('core') !== undefined;
  return { kind: 'load', span, perCore, limit: limitOf(words) };
}

export function lookAtLoad({ span, perCore, limit }: LoadCondition, { machine }: View): Finding {
  const value = (machine.load()[span] ?? 0) / (perCore ? machine.processors : 1);
  return { failed: isBeyond(value, limit), said: `load average (${minutes[span]}) of ${value}, limit ${limit.operator} ${limit.value}` };
}
