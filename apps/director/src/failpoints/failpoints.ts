import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Bus } from '@bosh6/bus';
import type { Cpi } from '@bosh6/cpi-protocol';
import { z } from 'zod';
import type { Blobstore } from '../blobs/blobstore.js';
import type { Collaborators, Cpis } from '../core/collaborators.js';
import type { Store } from '../persistence/store.js';
import { LeaseLocks } from '../tasks/lease-locks.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { between } from './between.js';
import { requestedMethod } from './requested-method.js';

/**
 * The file that arms it: in the next task of that type the victim dies at step `exitAt`, counted from 1; 0 only counts. The Director kills itself. Where it is
 * the bus or the agent that is asked (then only requests to agents count), the Director tells so and lives on, and the test kills that.
 */
const armedSchema = z.object({
  task: z.string(),
  exitAt: z.int().min(0),
  victim: z.enum(['director', 'agent', 'bus']).default('director'),
});
type Armed = z.output<typeof armedSchema>;

interface Count extends Pick<Armed, 'exitAt' | 'victim'> {
  readonly steps: string[];
  /** Of those that may be the victim's. */
  reached: number;
}

/**
 * Numbers what a task does to the world outside of this process: before, amid and after each CPI call, before each request to an agent, before and after each
 * blob and each transaction. Only for tests: exists only where the configuration has `failpoints`, see the ADR.
 */
export class Failpoints {
  readonly #file: string;
  readonly #inside = new AsyncLocalStorage<Count>();

  constructor(file: string) {
    this.#file = file;
  }

  /** The same, each effect a step. */
  around(all: Collaborators): Collaborators {
    const store = this.#store(all.store);
    return {
      ...all,
      store,
      locks: new LeaseLocks(store, all.world, all.log),
      blobs: this.#blobs(all.blobs),
      bus: this.#bus(all.bus),
      cpis: this.#cpis(all.cpis),
    };
  }

  /** The same; its steps are counted when the file is there, and written beside it as a JSON list when it ends. */
  readonly watched = (handler: TaskHandler): TaskHandler => ({
    ...handler,
    run: (context, payload) => {
      const armed = existsSync(this.#file) ? armedSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8'))) : undefined;
      if (armed?.task !== handler.type) return handler.run(context, payload);
      const count: Count = { exitAt: armed.exitAt, victim: armed.victim, steps: [], reached: 0 };
      return this.#inside.run(count, async () => {
        this.#reached('task begun');
        try {
          return await handler.run(context, payload);
        } finally {
          this.#reached('task ended');
          writeFileSync(`${this.#file}.steps`, JSON.stringify(count.steps));
        }
      });
    },
  });

  #reached(step: string, agentId?: string): void {
    const count = this.#inside.getStore();
    if (count === undefined) return;
    count.steps.push(step);
    if (count.victim === 'agent' && agentId === undefined) return;
    count.reached += 1;
    if (count.reached !== count.exitAt) return;
    // whole at once: the test reads it as soon as it is there
    writeFileSync(`${this.#file}.new`, count.victim === 'agent' ? `${step} ${agentId}` : step);
    renameSync(`${this.#file}.new`, `${this.#file}.killed`);
    if (count.victim === 'director') process.kill(process.pid, 'SIGKILL');
  }

  async #step<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#reached(`before ${name}`);
    const result = await work();
    this.#reached(`after ${name}`);
    return result;
  }

  #store(store: Store): Store {
    return between(store, { write: (work) => this.#step('transaction', () => store.write(work)) });
  }

  #blobs(blobs: Blobstore): Blobstore {
    return between(blobs, {
      put: (source, options) => this.#step('blob put', () => blobs.put(source, options)),
      delete: (id) => this.#step('blob delete', () => blobs.delete(id)),
    });
  }

  #bus(bus: Bus): Bus {
    return between(bus, {
      publish: (subject, body) => {
        const method = requestedMethod(subject, body);
        if (method !== undefined) this.#reached(`before agent ${method}`, subject.slice(subject.indexOf('.') + 1));
        bus.publish(subject, body);
      },
    });
  }

  #cpis(cpis: Cpis): Cpis {
    return between(cpis, { use: (name, work) => cpis.use(name, (cpi) => work(this.#cpi(cpi))) });
  }

  #cpi(cpi: Cpi): Cpi {
    return new Proxy(cpi, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function' || key === 'info' || this.#inside.getStore() === undefined) return method;
        return (...args: unknown[]) =>
          this.#step(`CPI ${String(key)}`, async () => {
            const answer = (method as (...all: unknown[]) => Promise<unknown>).apply(target, args);
            // long enough for the call to be on its way
            await Promise.race([answer.catch(() => undefined), new Promise((go) => setTimeout(go, 2))]);
            this.#reached(`amid CPI ${String(key)}`);
            return answer;
          });
      },
    });
  }
}
