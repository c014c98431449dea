import { isJsonObject } from '@bosh6/base';
import type { Expected, Told } from './scenario.test.support.js';

/** Of what a step gave only that of which the row speaks, beside what the row says: equal when they agree. */
export function matching(expected: Expected, told: Told): { expected: Told; told: Told } {
  const want = asTold(expected);
  const message = told.says?.join(' ') ?? '';
  const missing = want.says?.filter((part) => !message.includes(part)) ?? [];
  const got: Told = {
    ...(told.error !== undefined && { error: told.error }),
    ...((want.instances !== undefined || want.error !== undefined) && told.instances && { instances: told.instances }),
    ...(want.rows && { rows: told.rows ?? [] }),
    ...(want.compiledAt !== undefined && { compiledAt: told.compiledAt ?? 'nowhere' }),
    ...(want.settings && { settings: Object.fromEntries(Object.keys(want.settings).map((path) => [path, at(told.settings, path)])) }),
    ...(want.says && { says: missing.length === 0 ? want.says : [message] }),
  };
  return { expected: want, told: got };
}

function asTold(expected: Expected): Told {
  if (expected === 'uncoded') return { error: 100 };
  if (expected === 'apart') return {};
  if (typeof expected === 'number') return { error: expected };
  if (isList(expected)) return { instances: expected };
  if ('together' in expected) throw new TypeError('two outcomes at once are compared one by one');
  return expected;
}

const isList = (expected: object): expected is readonly string[] => Array.isArray(expected);

function at(value: unknown, path: string): unknown {
  return path.split(' ').reduce<unknown>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), value);
}
