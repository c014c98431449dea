import { expect, test } from 'vitest';
import { secondsOf } from './vitals.js';

const stat = (name: string, start: number): string =>
  `1 (${name}) S 0 1 1 0 -1 4194560 94131 12 0 17181 1006 6526 26 80403 10 -10 14 0 ${start} 45498368 3283`;

test.each([
  ['15984.34 25513.68\n', stat('init', 1_592_400), 60],
  ['15984.34 25513.68\n', stat('init', 24), 15984],
  ['15984.34 25513.68\n', stat('a (b) c', 1_592_400), 60],
  ['10.00 1.00\n', stat('init', 1001), 0],
])('uptime %j with first process %j: %i s', (uptime, first, seconds) => {
  expect(secondsOf(uptime, first)).toBe(seconds);
});
