import { expect } from 'vitest';
import type { Ran } from './run.js';

/** That a command ended well; says what it printed where it did not. */
export function expectDone(ran: Ran): Ran {
  expect(ran.code, `${ran.stdout}\n${ran.stderr}`).toBe(0);
  return ran;
}
