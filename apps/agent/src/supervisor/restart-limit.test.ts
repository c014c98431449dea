import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RestartCounts } from './restart-counts.js';
import { counting, isReached } from './restart-limit.js';

const limit = (restarts: number, cycles: number) => ({ restarts, cycles, action: { kind: 'unmonitor' as const } });

test('so many cycles with a restart, of the last ones', () => {
  expect(isReached(limit(3, 5), [1, 2], 3)).toBe(false);
  expect(isReached(limit(3, 5), [1, 2, 3], 3)).toBe(true);
  expect(isReached(limit(3, 5), [1, 2, 3], 6)).toBe(true);
  expect(isReached(limit(3, 5), [1, 2, 3], 7)).toBe(false);
  // as monit: a process that dies in each of 5 cycles is given up in the 6th
  expect(isReached(limit(5, 5), [1, 2, 3, 4, 5], 6)).toBe(true);
});

const passing = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 });
const some = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 8 }))
  .map(([restarts, more]) => limit(restarts, restarts + more));

test('what is remembered decides as if all were', () => {
  fc.assert(
    fc.property(some, passing, (of, steps) => {
      const all: number[] = [];
      let kept: number[] = [];
      let cycle = 1000;
      for (const passed of steps) {
        cycle += passed;
        expect(isReached(of, kept, cycle)).toBe(isReached(of, [...new Set(all)], cycle));
        all.push(cycle);
        kept = counting(kept, cycle, [of]);
        expect(kept.length).toBeLessThanOrEqual(of.cycles + 1);
      }
    }),
  );
});

test('no window of its cycles has more cycles with a restart than a limit lets there be, whatever time is spent, forgotten and read again', () => {
  fc.assert(
    fc.property(some, fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 60 }), (of, steps) => {
      let counts = new RestartCounts(10);
      const restarted = new Set<number>();
      let cycle = 1000;
      let spent = 0;
      for (const [passed, cycles] of steps) {
        cycle += passed;
        const again = new RestartCounts(10);
        again.load(JSON.parse(JSON.stringify(counts.toJson())) as Record<string, number[]>);
        counts = again;
        if (counts.ask({ name: 'x', restartLimits: [of] }, (cycle + spent) * 10 + 3) === undefined) restarted.add(cycle);
        counts.spend('x', cycles * 10);
        spent += cycles;
        expect([...restarted].filter((each) => each > cycle - of.cycles).length).toBeLessThanOrEqual(of.restarts);
      }
    }),
  );
});

test('a limit that does not end the restarts is told in the cycle after, and counts anew from there', () => {
  const counts = new RestartCounts(10);
  const service = { name: 'x', restartLimits: [{ restarts: 2, cycles: 2, action: { kind: 'alert' as const } }] };
  const restarts = new Set([1, 2, 4, 5, 6, 9]);
  const told = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((cycle) => {
    const isTold = counts.told(service, cycle * 10).length > 0;
    if (restarts.has(cycle)) expect(counts.ask(service, cycle * 10 + 5)).toBeUndefined();
    return isTold;
  });
  expect(told).toEqual([3, 6]);
});

test('the time that starting takes does not count, so a start that hangs reaches its limit too', () => {
  const counts = new RestartCounts(10);
  const service = { name: 'x', restartLimits: [limit(3, 3)] };
  const asked = [0, 1, 2, 3].map((index) => {
    const forbidding = counts.ask(service, index * 50);
    counts.spend('x', 40);
    return forbidding === undefined;
  });
  expect(asked).toEqual([true, true, true, false]);
  counts.forget('x');
  expect(counts.ask(service, 200)).toBeUndefined();
});
