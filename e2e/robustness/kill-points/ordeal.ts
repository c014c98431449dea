import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Fixtures } from '../../fixtures/build.js';
import { killNatsServer } from '../../stack/nats-server.js';
import type { Stack } from '../../stack/stack.js';
import { type Counts, hashed, type KillPoint, type Victim, victims } from './choose.js';
import { CpiProcesses } from './cpi-processes.js';
import { DirectorProcess } from './director-process.js';
import { killAgent } from './kill-agent.js';
import { after, type Operation, operations, taskOf, type Wanted } from './operations.js';
import { Trio } from './trio.js';
import { twoZones } from './two-zones.js';

const done = { state: 'done', events: '' };
/** In which an agent is still at what it was asked, or has just answered. */
const amidMs = 40;

const fresh = (az: Wanted['az']): Wanted => ({ greeting: 'hello', diskMib: 16, az });

/** A deployment whose operations have somebody killed amid them, and what must be so afterwards. */
export class Ordeal {
  readonly #stack: Stack;
  readonly #director: DirectorProcess;
  readonly #cpi: CpiProcesses;
  readonly #trio: Trio;
  /** Decides how long after a step it is. */
  readonly #seed: string;
  #hasNatsServer = false;
  #wanted: Wanted | undefined;

  private constructor(stack: Stack, director: DirectorProcess, cpi: CpiProcesses, seed: string) {
    this.#stack = stack;
    this.#director = director;
    this.#cpi = cpi;
    this.#trio = new Trio(stack, director);
    this.#seed = seed;
  }

  static async prepare(stack: Stack, fixtures: Fixtures, seed: string): Promise<Ordeal> {
    const cpi = new CpiProcesses(stack.home);
    await twoZones(stack, fixtures, cpi.executable);
    return new Ordeal(stack, await DirectorProcess.takeOver(stack), cpi, seed);
  }

  async countSteps(): Promise<Counts> {
    const counts = Object.fromEntries(victims.map((victim) => [victim, {}])) as Record<Victim, Record<Operation, number>>;
    for (const operation of operations) {
      this.#wanted = this.#next(operation, 'z2');
      this.#director.arm(taskOf(operation), 0);
      this.#cpi.arm(0);
      expect(await this.#trio.ended((await this.#trio.begin(operation, this.#wanted)).id)).toMatchObject({ state: 'done' });
      const steps = this.#director.steps();
      counts.director[operation] = steps.length;
      counts.bus[operation] = steps.length;
      counts.agent[operation] = steps.filter((step) => step.startsWith('before agent ')).length;
      counts.cpi[operation] = this.#cpi.count();
      this.#disarm();
      await this.#isWhole(operation);
    }
    return counts;
  }

  /** Kills there, and sees what has become of that. Answers where; undefined when the step was not reached. */
  async survives({ victim, operation, step }: KillPoint): Promise<string | undefined> {
    const az = victim === 'cpi' ? 'z2' : 'z1';
    if (victim === 'bus') await this.#useNatsServer();
    await this.#before(operation, az);
    if (this.#wanted !== undefined) await this.#trio.mark();
    const hadData = this.#wanted !== undefined;
    this.#wanted = this.#next(operation, az);
    const where = await this.#kills[victim](operation, step);
    this.#disarm();
    if (where === undefined) return undefined;
    const wrong = (await this.#trio.fsck()).filter(({ severity }) => severity !== 'pending');
    expect(wrong, `${where}: ${JSON.stringify(wrong)}`).toEqual([]);
    expect(await this.#trio.converge(this.#wanted), where).toEqual(done);
    await this.#isWhole(where);
    if (hadData && this.#wanted !== undefined) expect(await this.#trio.marks(), where).toEqual([true, true, true]);
    return where;
  }

  /** After a failure: all is taken away. */
  async clear(): Promise<void> {
    this.#disarm();
    await this.#director.start();
    await this.#trio.clear();
    this.#wanted = undefined;
  }

  close(): void {
    this.#director.close();
  }

  /** Each kills its victim in the operation, and answers where that was once the operation's task has ended; undefined where the step was not reached. */
  readonly #kills: Record<Victim, (operation: Operation, step: number) => Promise<string | undefined>> = {
    director: async (operation, step) => {
      this.#director.arm(taskOf(operation), step);
      // it may die before it can say which task it is
      const begun = await this.#trio.begin(operation, this.#wanted).catch(() => undefined);
      const where = await this.#director.killed(begun?.id);
      this.#director.disarm();
      if (where === undefined) return undefined;
      await this.#director.start();
      expect(await this.#trio.newestTask(), where).toMatchObject({ state: 'error', ...(begun === undefined ? {} : { id: begun.id }) });
      return where;
    },
    agent: (operation, step) =>
      this.#killTold('agent', operation, step, (where) => killAgent(this.#stack, where.split(' ').at(-1) as string)),
    bus: (operation, step) => this.#killTold('bus', operation, step, () => killNatsServer(this.#stack)),
    cpi: async (operation, step) => {
      this.#cpi.arm(step);
      const { id } = await this.#trio.begin(operation, this.#wanted);
      const { state } = await this.#trio.ended(id);
      const where = this.#cpi.killed();
      // else a step that the task was too short for is one of what is asked of the CPI to look whether all is whole
      this.#cpi.disarm();
      await this.#isTruthful(state, where ?? 'not reached');
      return where;
    },
  };

  async #killTold(victim: 'agent' | 'bus', operation: Operation, step: number, kill: (where: string) => Promise<void>) {
    this.#director.arm(taskOf(operation), step, victim);
    const { id } = await this.#trio.begin(operation, this.#wanted);
    const where = await this.#director.told(id);
    if (where !== undefined) {
      await setTimeout(hashed(amidMs, this.#seed, operation, step));
      await kill(where);
    }
    await this.#isTruthful((await this.#trio.ended(id)).state, where ?? 'not reached');
    return where;
  }

  /** A task that says that it is done has done it all; else it says that it failed. */
  async #isTruthful(state: string, where: string): Promise<void> {
    expect(['done', 'error'], where).toContain(state);
    if (state === 'done') await this.#isWhole(where);
  }

  /** All is as it should be, and nothing is there that should not. */
  async #isWhole(after: string): Promise<void> {
    const wrong = await this.#trio.fsck();
    expect(wrong, `${after}, mended: ${JSON.stringify(wrong)}`).toEqual([]);
    const instances = this.#wanted === undefined ? 0 : 3;
    expect(await this.#trio.machines(), after).toEqual(Array(instances).fill({ disks: 1, mounts: 1, hasItsAddresses: true }));
    const uneven = await this.#trio.uneven(instances);
    expect(uneven, `${after}: ${JSON.stringify(uneven)}`).toEqual({});
  }

  #next(operation: Operation, az: Wanted['az']): Wanted | undefined {
    return after(operation, this.#wanted ?? fresh(az));
  }

  /** Brings the deployment to where the operation begins, in the zone where it is to be. */
  async #before(operation: Operation, az: Wanted['az']): Promise<void> {
    if (this.#wanted !== undefined && (operation === 'deploy' || this.#wanted.az !== az)) await this.#bringTo(undefined);
    if (this.#wanted === undefined && operation !== 'deploy') await this.#bringTo(fresh(az));
  }

  async #bringTo(wanted: Wanted | undefined): Promise<void> {
    this.#wanted = wanted;
    expect(await this.#trio.converge(wanted)).toEqual(done);
  }

  async #useNatsServer(): Promise<void> {
    if (this.#hasNatsServer) return;
    await this.#bringTo(undefined);
    await this.#director.useNatsServer();
    this.#hasNatsServer = true;
  }

  #disarm(): void {
    this.#director.disarm();
    this.#cpi.disarm();
  }
}
