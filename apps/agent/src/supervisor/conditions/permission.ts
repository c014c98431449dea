import type { Words } from '../monit-words.js';
import { statusOf } from './file-status.js';
import type { Finding, View } from './finding.js';

/** A file's mode, its owner or its group: not as wanted, or other than before. */
export interface PermissionCondition {
  kind: 'permission';
  of: 'mode' | 'uid' | 'gid';
  /** Octal text for a mode; a number or a name for the others. */
  expect?: string;
}

export function readPermission(words: Words, changed: boolean): PermissionCondition | undefined {
  const word = words.accept('permission', 'perm', 'uid', 'gid');
  if (word === undefined) return undefined;
  const of = word === 'uid' || word === 'gid' ? word : 'mode';
  if (changed) return { kind: 'permission', of };
  const line = words.line;
  const expect = words.value('a value');
  if (of === 'mode' && !/^[0-7]{1,4}$/.test(expect)) throw words.wrong(`'${expect}' is no octal mode`, line);
  return { kind: 'permission', of, expect };
}

export function lookAtPermission({ of, expect }: PermissionCondition, { path, machine }: View, before: unknown): Finding {
  const status = statusOf(path);
  if (status === undefined) return { said: 'no file' };
  const value = of === 'mode' ? status.mode & 0o7777 : status[of];
  const said = `${of} is ${of === 'mode' ? value.toString(8).padStart(4, '0') : value}`;
  if (expect === undefined) return { failed: before !== undefined && before !== value, said, memory: value };
  const wanted = of === 'mode' ? Number.parseInt(expect, 8) : machine.idOf(of, expect);
  return wanted === undefined ? { said: `nobody is called ${expect}` } : { failed: value !== wanted, said };
}
