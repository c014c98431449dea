import type { RestartLimit } from './monit-definition.js';

/** Whether so many of the cycles before this one, or this one, had a restart. monit restarts at most once in a cycle, so more of them in one count as one. */
export function isReached({ restarts, cycles }: RestartLimit, counted: readonly number[], cycle: number): boolean {
  return counted.filter((each) => each >= cycle - cycles && each <= cycle).length >= restarts;
}

/** The cycles with a restart, this one too, as far back as a limit looks. */
export function counting(counted: readonly number[], cycle: number, limits: readonly RestartLimit[]): number[] {
  const reach = Math.max(0, ...limits.map(({ cycles }) => cycles));
  return [...new Set([...counted, cycle])].filter((each) => each >= cycle - reach && each <= cycle);
}

/** It stands in the way of another restart; others are acted on when it is reached, and the restarts go on. */
export function endsRestarts({ action }: RestartLimit): boolean {
  return action.kind === 'unmonitor' || action.kind === 'stop';
}
