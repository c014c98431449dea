import { readFileSync } from 'node:fs';
import { CodedError } from '@bosh6/base';
import { expect, it } from 'vitest';
import { exitCodeOf, exitCodes } from './exit-code.js';

it('tells failures apart', () => {
  const coded = (code: string, details = {}): CodedError => new CodedError(code, { fault: 'operator' }, 'x', { details });
  expect(exitCodeOf(coded('DirectorRefused', { status: 404 }))).toBe(exitCodes.refused);
  expect(exitCodeOf(coded('DirectorRefused', { status: 401 }))).toBe(exitCodes.unauthenticated);
  expect(exitCodeOf(coded('TaskFailed'))).toBe(exitCodes.task);
  expect(exitCodeOf(coded('SomethingElse'))).toBe(exitCodes.failed);
  expect(exitCodeOf(new CodedError('SomethingElse', { fault: 'user' }, 'x'))).toBe(exitCodes.usage);
  expect(exitCodeOf(new Error('x'))).toBe(exitCodes.failed);
});

it('is what the guide says', () => {
  const guide = readFileSync(new URL('../../../docs/guides/scripting.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (\d+) \| ([a-z]+) \|/gm)].map(([, code, name]) => [name, Number(code)]);
  expect(Object.fromEntries(rows)).toEqual(exitCodes);
});
