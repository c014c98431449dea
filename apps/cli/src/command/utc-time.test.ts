import { expect, it } from 'vitest';
import { utcTime } from './utc-time.js';

it.each([
  ['2026-01-05T10:20:30Z', '2026-01-05T10:20:30Z'],
  ['2026-01-05T10:20:30', '2026-01-05T10:20:30Z'],
  ['2026-01-05T10:20:30+02:00', '2026-01-05T08:20:30Z'],
  ['2026-01-05T10:20:30.9-00:30', '2026-01-05T10:50:30Z'],
])('%s is %s', (typed, sent) => {
  expect(utcTime(typed)).toBe(sent);
});

it.each(['', 'yesterday', '1767608430', '2026-01-05', '2026-01-05T10:20', '2026-02-30T10:20:30Z', '2026-01-05T25:00:00Z'])(
  '%j is no time',
  (typed) => {
    expect(() => utcTime(typed)).toThrow(RangeError);
  },
);
