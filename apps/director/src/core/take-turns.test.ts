import { expect, test } from 'vitest';
import { inTurns, takeTurns } from './take-turns.js';

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

test('work in steps ends with what it returns', async () => {
  const steps = (function* (): Generator<void, number> {
    yield;
    yield;
    return 7;
  })();
  expect(await inTurns(steps)).toBe(7);
  expect(steps.next()).toEqual({ done: true, value: undefined });
});
