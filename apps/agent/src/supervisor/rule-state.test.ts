import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MonitAction, MonitRule, Tolerance } from './monit-definition.js';
import { fresh, type RuleState, step } from './rule-state.js';

const exec = (repeatEvery?: number): MonitAction => ({
  kind: 'exec',
  program: { argv: ['/x'], timeoutSeconds: 30 },
  ...(repeatEvery === undefined ? {} : { repeatEvery }),
});
const rule = (failing: Tolerance, action: MonitAction, recovery?: MonitAction): Omit<MonitRule, 'condition'> => ({
  failing,
  action,
  recovered: { times: 1, cycles: 1 },
  ...(recovery === undefined ? {} : { recovery }),
});
/** What is done at each look. */
function run(of: Omit<MonitRule, 'condition'>, looks: readonly boolean[]): (MonitAction['kind'] | undefined)[] {
  let state: RuleState = fresh;
  return looks.map((fails) => {
    const next = step(of, state, fails);
    state = next.state;
    return next.action?.kind;
  });
}
const looks = (text: string): boolean[] => [...text].map((each) => each === 'x');
const tolerance = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .map(([times, more]) => ({ times, cycles: times + more }));

test('once in a row, so many times in a row, so many times of the last', () => {
  const none = undefined;
  expect(run(rule({ times: 1, cycles: 1 }, { kind: 'alert' }), looks('.xx.x'))).toEqual([none, 'alert', none, none, 'alert']);
  expect(run(rule({ times: 3, cycles: 3 }, { kind: 'alert' }), looks('xx.xxxx'))).toEqual([none, none, none, none, none, 'alert', none]);
  expect(run(rule({ times: 2, cycles: 3 }, { kind: 'alert' }), looks('x..x.x'))).toEqual([none, none, none, none, none, 'alert']);
});

test('what is done again while it lasts, and when it ends', () => {
  const none = undefined;
  const always = { times: 1, cycles: 1 };
  expect(run(rule(always, { kind: 'restart' }), looks('xx.'))).toEqual(['restart', 'restart', none]);
  expect(run(rule(always, exec()), looks('xxx.'))).toEqual(['exec', none, none, none]);
  expect(run(rule(always, exec(2)), looks('xxxxx'))).toEqual(['exec', none, 'exec', none, 'exec']);
  expect(run(rule(always, { kind: 'alert' }, exec()), looks('x..x.'))).toEqual(['alert', 'exec', none, 'alert', 'exec']);
});

test('an alert comes exactly when enough looks failed, and only then', () => {
  fc.assert(
    fc.property(tolerance, fc.array(fc.boolean(), { maxLength: 60 }), (failing, seen) => {
      const done = run(rule(failing, { kind: 'alert' }), seen);
      const first = done.indexOf('alert');
      const isEnough = (end: number): boolean =>
        seen.slice(Math.max(0, end - failing.cycles), end).filter((each) => each).length >= failing.times;
      const expected = seen.findIndex((_, index) => isEnough(index + 1));
      expect(first).toBe(expected);
    }),
  );
});

test('alerts and recoveries take turns, and no more is remembered than is asked for', () => {
  fc.assert(
    fc.property(tolerance, tolerance, fc.array(fc.boolean(), { maxLength: 80 }), (failing, recovered, seen) => {
      const of = { ...rule(failing, { kind: 'alert' }, exec()), recovered };
      const done = run(of, seen).filter((each) => each !== undefined);
      expect(done).toEqual(done.map((_, index) => (index % 2 === 0 ? 'alert' : 'exec')));
      let state: RuleState = fresh;
      for (const fails of seen) state = step(of, state, fails).state;
      expect(state.seen.length).toBeLessThanOrEqual(Math.max(failing.cycles, recovered.cycles));
    }),
  );
});
