import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from '../deploy/harness.test.support.js';
import { Bench } from './bench.test.suite.js';
import { isLong, operations } from './operations.test.support.js';

const stride = isLong ? 1 : 31;

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
  '%s: wherever the Director dies, the task ends in error, the next deploy converges, and nothing is leaked or lost',
  {
    timeout: 3_600_000 / stride,
  },
  async (_name, operation) => {
    const { after } = operation;
    await bench.converge(undefined);
    await bench.prepare(operation);
    const steps = await bench.life.count(await bench.workOf(operation));
    await bench.isWhole(after);
    const failures: string[] = [];
    let reached = 0;
    for (let step = 1 + (steps % stride); step <= steps; step += stride) {
      let where: string | undefined;
      try {
        await bench.prepare(operation);
        const work = await bench.workOf(operation);
        where = await bench.life.dies(work, step);
        if (where === undefined) continue;
        reached += 1;
        await bench.reborn();
        const task = (await h.store.read.tasks.all()).sort((a, b) => b.id - a.id)[0];
        // of agents that nobody waits for some confirm their DNS records once the task is done: then nothing is left to mend
        const isDone = task?.state === 'done';
        expect(task).toMatchObject({ type: work.type, state: isDone ? 'done' : 'error' });
        expect((await bench.findings()).filter(({ severity }) => severity !== 'pending')).toEqual([]);
        if (!isDone) await bench.mend(operation);
        await bench.isWhole(after);
      } catch (error) {
        failures.push(`step ${step} of ${steps}, ${where}: ${String(error)}`);
        await bench.reborn();
        await bench.clear();
      }
    }
    expect(failures).toEqual([]);
    expect(reached).toBeGreaterThan(0);
  },
);
