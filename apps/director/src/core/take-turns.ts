import { setImmediate as nextTurn } from 'node:timers/promises';

const longestMs = 10;
let began: number | undefined;

/**
 * Called between the steps of long work that waits for nothing from outside, and so would have the event loop for itself until its end: an awaited statement of SQLite
 * is answered at once. Resolves at once while those who call have had less than 10 ms of this turn of the loop together, else in the next turn.
 */
export async function takeTurns(): Promise<void> {
  if (began === undefined) {
    began = performance.now();
    setImmediate(() => {
      began = undefined;
    });
  } else if (performance.now() - began > longestMs) await nextTurn();
}

/** What work in steps comes to, with turns taken between them. */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await takeTurns();
  }
}
