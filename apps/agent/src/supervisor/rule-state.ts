import type { MonitAction, MonitRule, Tolerance } from './monit-definition.js';

/** What is remembered of a rule between its looks. */
export interface RuleState {
  /** Whether the last looks failed, the newest last. */
  seen: readonly boolean[];
  failed: boolean;
  /** Looks since it began to fail. */
  since: number;
}

export interface Step {
  state: RuleState;
  /** What is to be done now. */
  action?: MonitAction;
  /** The rule began to fail, or no longer does. */
  turned: boolean;
}

export const fresh: RuleState = { seen: [], failed: false, since: 0 };

/** One look more. Acts when the rule begins to fail; then again as often as an action is to be repeated, and once when it no longer fails. */
export function step(rule: Omit<MonitRule, 'condition'>, before: RuleState, fails: boolean): Step {
  const keep = Math.max(rule.failing.cycles, rule.recovered.cycles);
  const seen = [...before.seen, fails].slice(-keep);
  if (!before.failed) {
    if (!enough(seen, rule.failing, true)) return { state: { ...before, seen }, turned: false };
    return { state: { seen, failed: true, since: 0 }, action: rule.action, turned: true };
  }
  if (enough(seen, rule.recovered, false)) {
    return { state: { ...fresh, seen }, turned: true, ...(rule.recovery === undefined ? {} : { action: rule.recovery }) };
  }
  const since = before.since + 1;
  const state = { seen, failed: true, since };
  return { state, turned: false, ...(isRepeated(rule.action, since) ? { action: rule.action } : {}) };
}

function enough(seen: readonly boolean[], { times, cycles }: Tolerance, wanted: boolean): boolean {
  return seen.slice(-cycles).filter((each) => each === wanted).length >= times;
}

function isRepeated(action: MonitAction, since: number): boolean {
  if (action.kind === 'exec') return action.repeatEvery !== undefined && since % action.repeatEvery === 0;
  return action.kind !== 'alert';
}
