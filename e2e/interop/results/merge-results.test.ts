import { expect, it } from 'vitest';
import { mergeResults, type RanFile } from './merge-results.js';

const before = { b: { one: 'passed', gone: 'passed', two: 'failed' }, a: { other: 'passed' } } as const;
const ran = (...tests: RanFile['tests']): RanFile[] => [{ file: 'b', tests }];

it('has what tests found now, by name, and no test that is no longer there', () => {
  const merged = mergeResults(before, ran({ name: 'two', state: 'passed' }, { name: 'one', state: 'failed' }));
  expect(JSON.stringify(merged)).toBe('{"a":{"other":"passed"},"b":{"one":"failed","two":"passed"}}');
});

it('keeps what a test found that is skipped this time', () => {
  expect(mergeResults(before, ran({ name: 'two', state: 'skipped' }, { name: 'new', state: 'skipped' }))).toEqual({
    a: { other: 'passed' },
    b: { two: 'failed' },
  });
});

it('keeps all of a file that did not run, or came to no test', () => {
  expect(mergeResults(before, [])).toEqual(before);
  expect(mergeResults(before, ran())).toEqual(before);
});
