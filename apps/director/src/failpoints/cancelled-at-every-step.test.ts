import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from '../deploy/harness.test.support.js';
import { Bench } from './bench.test.suite.js';
import { isLong, operations } from './operations.test.support.js';

const stride = isLong ? 1 : 47;

let h: Harness;
let bench: Bench;
beforeAll(async () => {
  h = await startHarness();
  bench = await Bench.of(h);
});
afterAll(async () => {
  await bench.life.end();
  await h.close();
});

test.each(Object.entries(operations))(
  '%s: wherever it is cancelled, the task ends cancelled, or done with all done, nothing is held, leaked or lost, and the next deploy converges',
  { timeout: 3_600_000 / stride },
  async (_name, operation) => {
    const { after } = operation;
    await bench.converge(undefined);
    await bench.prepare(operation);
    const steps = await bench.life.count(await bench.workOf(operation));
    const failures: string[] = [];
    let cancelled = 0;
    for (let step = 1 + (steps % stride); step <= steps; step += stride) {
      let where: string | undefined;
      try {
        await bench.prepare(operation);
        const ended = await bench.life.isCancelled(await bench.workOf(operation), step);
        where = ended.where;
        if (where === undefined) continue;
        if (ended.task.state === 'done') await bench.isWhole(after);
        else {
          cancelled += 1;
          expect(ended.task).toMatchObject({ state: 'cancelled', result: 'task cancelled' });
        }
        expect(await h.store.read.locks.all()).toEqual([]);
        expect(await h.store.read.intents.all({ state: 'open' })).toEqual([]);
        expect((await bench.findings()).filter(({ severity }) => severity !== 'pending')).toEqual([]);
        await bench.mend(operation);
        await bench.isWhole(after);
      } catch (error) {
        failures.push(`step ${step} of ${steps}, ${where}: ${String(error)}`);
        await bench.clear();
      }
    }
    expect(failures).toEqual([]);
    expect(cancelled).toBeGreaterThan(0);
  },
);
