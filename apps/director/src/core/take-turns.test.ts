import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.js';

test('the event loop turns while work that waits for nothing goes on', { timeout: 20_000 }, async () => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 0);
  // Without a turn this loop itself would never end.
  const patience = performance.now() + 10_000;
  while (turns === 0 && performance.now() < patience) await takeTurns();
  clearInterval(counting);
  expect(turns).toBeGreaterThan(0);
});
