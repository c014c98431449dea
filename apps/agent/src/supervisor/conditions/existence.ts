import { existsSync } from 'node:fs';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

/** `if not exist`, and `if exist`: whether a process lives, a file is there. */
export interface ExistenceCondition {
  kind: 'existence';
  /** What fails. */
  when: 'missing' | 'there';
}

export function readExistence(words: Words): ExistenceCondition | undefined {
  const isNot = words.peek() === 'not' ? 1 : 0;
  if (!/^exists?$/.test(words.peek(isNot) ?? '')) return undefined;
  if (isNot) words.skip();
  words.skip();
  return { kind: 'existence', when: isNot ? 'missing' : 'there' };
}

export function lookAtExistence({ when }: ExistenceCondition, { kind, path, sight }: View): Finding {
  const isThere = kind === 'process' ? sight !== undefined : existsSync(path ?? '');
  const what = kind === 'process' ? 'the process' : path;
  return { failed: isThere === (when === 'there'), said: `${what} ${isThere ? 'is there' : 'is missing'}` };
}
