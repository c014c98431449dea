import { expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';

it.each([
  [['configs', '--recent=0'], '--recent=0 asks for no version'],
  [['configs', '-r=-1'], '--recent=-1 asks for no version'],
  [['tasks', '--recent=0'], '--recent=0 asks for no task'],
  [['events', '--before-id=x'], "--before-id=x is no event's ID"],
  [['events', '--before-id=0'], "--before-id=0 is no event's ID"],
])('%j is refused before a Director is asked, with how to write it', async (argv, what) => {
  const io = capturedIo();
  // Nobody listens there: who asked would end with 4.
  expect(await run(['-e', 'https://[::1]:1', '-n', ...argv], io)).toBe(2);
  expect(io.err()).toContain(`${what}\n  fix: give `);
});
