import { ageLimitOf, isBeyond, type Limit } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

/** Seconds that a process has lived. */
export interface UptimeCondition {
  kind: 'uptime';
  limit: Limit;
}

export function readUptime(words: Words): UptimeCondition | undefined {
  return words.accept('uptime') === undefined ? undefined : { kind: 'uptime', limit: ageLimitOf(words) };
}

export function lookAtUptime({ limit }: UptimeCondition, { sight, upSeconds }: View): Finding {
  if (sight === undefined) return { said: 'no process' };
  return { failed: isBeyond(upSeconds, limit), said: `up for ${upSeconds} s, limit ${limit.operator} ${limit.value} s` };
}
