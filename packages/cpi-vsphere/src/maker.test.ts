import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isGone, thisMaker } from './maker.js';

it('knows this process, one that ended, and nothing of other machines', async () => {
  const own = thisMaker();
  expect(isGone(own)).toBe(false);
  expect(isGone(own.replace(/\d+$/, '1'))).toBe(true);
  expect(isGone(own.replace(/^\S+/, 'another-boot'))).toBe(false);
  expect(isGone(own.replace(/pid:\[\d+\]/, 'pid:[1]'))).toBe(false);
  const child = spawn('true');
  const other = own.replace(/ \d+ (\d+)$/, ` ${child.pid} $1`);
  await once(child, 'exit');
  expect(isGone(other)).toBe(true);
  for (const odd of ['', 'elsewhere 5', 'x y z']) expect(isGone(odd)).toBe(false);
});
