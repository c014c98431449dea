import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStack, prepare } from '../../stack/home.js';
import { type Counts, choose, type KillPoint, seed } from './choose.js';
import { DirectorProcess } from './director-process.js';
import { after, type Operation, operations, taskOf, type Wanted } from './operations.js';
import { Trio } from './trio.js';

/** Chosen by the commit's hash; `npm run test:long` takes all. */
const howMany = process.env.BOSH6_KILL_POINTS === 'all' ? Number.POSITIVE_INFINITY : Number(process.env.BOSH6_KILL_POINTS ?? 40);
const minutes = Number.isFinite(howMany) ? 15 : 180;

const done = { state: 'done', events: '' };

describe('the Director killed at a step of a deploy, an update, a recreate, a disk migration, a delete', () => {
  let remove = async (): Promise<void> => {};
  let director: DirectorProcess;
  let trio: Trio;
  let wanted: Wanted | undefined;
  const fresh: Wanted = { greeting: 'hello', diskMib: 16 };
  const next = (operation: Operation): Wanted | undefined => after(operation, wanted ?? fresh);

  beforeAll(async () => {
    const { stack, fixtures, remove: end } = await freshStack();
    remove = end;
    await prepare(stack, fixtures);
    director = await DirectorProcess.takeOver(stack);
    trio = new Trio(stack, director);
  });
  afterAll(async () => {
    director?.close();
    await remove();
  });

  /** All is as it should be, and nothing is there that should not. */
  async function isWhole(after: string): Promise<void> {
    const wrong = await trio.fsck();
    expect(wrong, `${after}, mended: ${JSON.stringify(wrong)}`).toEqual([]);
    expect(await trio.machines(), after).toEqual(wanted === undefined ? [] : Array(3).fill({ disks: 1, mounts: 1 }));
  }

  async function countSteps(): Promise<Counts> {
    const counts: Partial<Record<Operation, number>> = {};
    for (const operation of operations) {
      wanted = next(operation);
      director.arm(taskOf(operation), 0);
      const { task } = await director.client.tasks.follow(await trio.begin(operation, wanted), { type: 'none' });
      expect(task.state).toBe('done');
      counts[operation] = director.steps().length;
      director.disarm();
      await isWhole(operation);
    }
    return counts as Counts;
  }

  /** Brings the deployment to where the operation begins. */
  async function before(operation: Operation): Promise<void> {
    const isThere = wanted !== undefined;
    if (isThere === (operation !== 'deploy')) return;
    wanted = isThere ? undefined : fresh;
    expect(await trio.converge(wanted)).toEqual(done);
  }

  /** Kills the Director there, starts it again, and sees what it has made of that. Answers false where the step was not reached. */
  async function survives({ operation, step }: KillPoint): Promise<boolean> {
    await before(operation);
    if (wanted !== undefined) await trio.mark();
    const hadData = wanted !== undefined;
    wanted = next(operation);
    director.arm(taskOf(operation), step);
    // it may die before it can say which task it is
    const begun = await trio.begin(operation, wanted).catch(() => undefined);
    const where = await director.killed(begun?.id);
    director.disarm();
    if (where === undefined) return false;
    await director.start();
    expect(await trio.newestTask(), where).toMatchObject({ state: 'error', ...(begun === undefined ? {} : { id: begun.id }) });
    const wrong = (await trio.fsck()).filter(({ severity }) => severity !== 'pending');
    expect(wrong, `${where}: ${JSON.stringify(wrong)}`).toEqual([]);
    expect(await trio.converge(wanted), where).toEqual(done);
    await isWhole(where);
    if (hadData && wanted !== undefined) expect(await trio.marks(), where).toEqual([true, true, true]);
    return true;
  }

  it(
    'each time its task ends in error, the next deploy converges, and nothing is leaked or lost',
    async () => {
      const counts = await countSteps();
      const from = seed();
      const points = choose(counts, howMany, from);
      const failures: string[] = [];
      let reached = 0;
      for (const point of points) {
        try {
          if (await survives(point)) reached += 1;
        } catch (error) {
          failures.push(`${point.operation}, step ${point.step} of ${counts[point.operation]}: ${String(error)}`);
          wanted = undefined;
          director.disarm();
          await director.start();
          await trio.clear();
        }
      }
      expect(failures, `BOSH6_KILL_SEED=${from}`).toEqual([]);
      // a deploy after a crash may be some steps shorter than the one that was counted
      expect(reached).toBeGreaterThan(0.9 * points.length);
    },
    minutes * 60_000,
  );
});
