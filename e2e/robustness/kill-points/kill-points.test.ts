import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStack, prepare } from '../../stack/home.js';
import { hasNatsServer } from '../../stack/nats-server.js';
import { choose, hashed, inTurn, nameOf, seed, victims } from './choose.js';
import { Ordeal } from './ordeal.js';
import { Progress } from './progress.js';

/** Chosen by the commit's hash; `npm run test:long` takes all. */
const howMany = process.env.BOSH6_KILL_POINTS === 'all' ? Number.POSITIVE_INFINITY : Number(process.env.BOSH6_KILL_POINTS ?? 40);
/** None for all of them: how long they take is the machine's. */
const limit = Number.isFinite(howMany) ? 20 * 60_000 : 0;
/** `1/2`: half of them, so that processes share a sweep; which half is the point's own, since labs may count some steps more or less. */
const [part = 1, parts = 1] = process.env.BOSH6_KILL_PART?.split('/').map(Number) ?? [];
const only = (process.env.BOSH6_KILL_VICTIM?.split(',') ?? victims).filter((victim) => victim !== 'bus' || hasNatsServer);

describe('killed at a step of a deploy, an update, a recreate, a disk migration, a delete', () => {
  let remove = async (): Promise<void> => {};
  let ordeal: Ordeal;
  const from = seed();

  beforeAll(async () => {
    const { stack, fixtures, remove: end } = await freshStack();
    remove = end;
    await prepare(stack, fixtures);
    ordeal = await Ordeal.prepare(stack, fixtures, from);
  });
  afterAll(async () => {
    ordeal?.close();
    await remove();
  });

  it(
    'each time its task tells the truth, the next deploy converges, and nothing is leaked or lost',
    async () => {
      const counts = await ordeal.countSteps();
      const mine = choose(counts, howMany, from).filter(
        ({ victim, operation, step }) => only.includes(victim) && hashed(parts, victim, operation, step) === part - 1,
      );
      const progress = new Progress();
      const points = inTurn(progress.left(mine, nameOf));
      progress.say(`steps: ${JSON.stringify(counts)}`);
      progress.say(`${points.length} points, ${mine.length - points.length} survived before, BOSH6_KILL_SEED=${from}`);
      const failures: string[] = [];
      for (const point of points) {
        const name = `${nameOf(point)} of ${counts[point.victim][point.operation]}`;
        try {
          const where = await ordeal.survives(point);
          progress.tell(name, where === undefined ? 'not reached' : 'survived', where ?? '');
        } catch (error) {
          failures.push(`${name}: ${String(error)}`);
          progress.tell(name, 'FAILED', String(error));
          await ordeal.clear();
        }
      }
      progress.say(JSON.stringify(progress.counts));
      expect(failures, `BOSH6_KILL_SEED=${from}`).toEqual([]);
      // a deploy after a crash may be some steps shorter than the one that was counted
      expect(progress.counts['not reached']).toBeLessThanOrEqual(0.1 * mine.length);
    },
    limit,
  );
});
