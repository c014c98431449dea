import type { CodedError } from '@bosh6/base';

/** What one look found. Only a `fail` keeps something from working. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  /** What is there. */
  readonly says: string;
  /** Of what is not as it should be: its code, where, how to fix it. */
  readonly problem?: CodedError;
}

export const fine = (check: string, says: string): Finding => ({ check, state: 'ok', says });
export const wanting = (check: string, problem: CodedError, state: 'warn' | 'fail' = 'fail'): Finding => ({
  check,
  state,
  says: problem.message,
  problem,
});
