import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

/** A process that another one has replaced, or that has another parent, though the supervisor started nothing. */
export interface PidCondition {
  kind: 'pid';
  of: 'pid' | 'parent';
}

export function readPid(words: Words): PidCondition | undefined {
  const word = words.accept('pid', 'ppid');
  return word === undefined ? undefined : { kind: 'pid', of: word === 'pid' ? 'pid' : 'parent' };
}

export function lookAtPid({ of }: PidCondition, { sight }: View, before: unknown): Finding {
  if (sight === undefined) return { said: 'no process' };
  const value = sight[of];
  return { failed: before !== undefined && before !== value, said: `${of === 'pid' ? 'pid' : 'parent'} is ${value}`, memory: value };
}
