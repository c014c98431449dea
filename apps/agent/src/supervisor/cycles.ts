import type { Timer, World } from '@bosh6/base';
import { type Log, reason } from '../log.js';
import { lookAtMachine } from '../processes/machine.js';
import { countsFamily } from './conditions/counts-family.js';
import type { View } from './conditions/finding.js';
import { isChange, lookAt } from './conditions/index.js';
import type { Managed } from './managed.js';
import type { MonitAction, MonitRule } from './monit-definition.js';
import { endsRestarts } from './restart-limit.js';
import { fresh, type RuleState, step } from './rule-state.js';
import { rulesOf } from './rules-of.js';

/** BOSH's monit looks every 10 s. */
export const cycleMs = 10_000;

interface Memory {
  state: RuleState;
  /** What the last look left for the next. */
  left: unknown;
}

export interface CycleNeeds {
  world: World;
  log: Log;
  /** Whether a service is in somebody's hands at the moment. */
  isBusy(name: string): boolean;
  /** Before a service's tests: what has become of its restart limits. */
  countRestarts(service: Managed): void;
  act(service: Managed, rule: MonitRule, action: MonitAction, said: string, isRecovery: boolean): void;
}

/** Makes the services' tests, one round a cycle. There is no timer while there is no test. */
export class Cycles {
  readonly #needs: CycleNeeds;
  #services: { service: Managed; rules: MonitRule[] }[] = [];
  readonly #memories = new Map<string, Memory[]>();
  #timer: Timer | undefined;
  #cycle = 0;
  #running = false;

  constructor(needs: CycleNeeds) {
    this.#needs = needs;
  }

  /** These are the services from now on. */
  take(services: Iterable<Managed>): void {
    this.#services = [...services]
      .map((service) => ({ service, rules: rulesOf(service.definition) }))
      .filter(({ service, rules }) => rules.length > 0 || service.definition.restartLimits.some((limit) => !endsRestarts(limit)));
    const names = new Set(this.#services.map(({ service }) => service.definition.name));
    for (const name of this.#memories.keys()) if (!names.has(name)) this.#memories.delete(name);
    if (this.#services.length === 0) this.close();
    else this.#timer ??= this.#needs.world.every(cycleMs, () => void this.run());
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** What was seen of a service says nothing of it any more. */
  forget(name: string): void {
    this.#memories.delete(name);
  }

  isFailing(name: string): boolean {
    return this.#memories.get(name)?.some(({ state }) => state.failed) === true;
  }

  /** One round. A look that takes longer than a cycle costs the next round. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#cycle += 1;
    try {
      const due = this.#services.filter(({ service }) => service.monitored && this.#cycle % service.definition.everyCycles === 0);
      // at one moment: a rate from a later look is another's after a slow test
      const withProcesses = due.some(({ rules }) => rules.some(({ condition }) => countsFamily(condition)));
      const machine = lookAtMachine(this.#needs.world, withProcesses);
      await Promise.all(
        due.map(({ service, rules }) => {
          const { kind, path, address } = service.definition;
          const at = { kind, ...(path === undefined ? {} : { path }), ...(address === undefined ? {} : { address }) };
          const { sight, upSeconds } = service;
          return this.#test(service, rules, { ...at, ...(sight === undefined ? {} : { sight }), upSeconds, machine });
        }),
      );
    } finally {
      this.#running = false;
    }
  }

  async #test(service: Managed, rules: readonly MonitRule[], view: View): Promise<void> {
    const { name } = service.definition;
    if (this.#needs.isBusy(name)) return;
    this.#needs.countRestarts(service);
    const memories = this.#memories.get(name) ?? rules.map(() => ({ state: fresh, left: undefined }));
    this.#memories.set(name, memories);
    for (const [index, rule] of rules.entries()) {
      const memory = memories[index] ?? { state: fresh, left: undefined };
      try {
        const { failed, said, memory: left } = await lookAt(rule.condition, view, memory.left);
        // it was stopped or started meanwhile, and what was seen is of another
        if (!service.monitored || this.#needs.isBusy(name) || this.#memories.get(name) !== memories) return;
        memories[index] = this.#judge(service, rule, { ...memory, left: left ?? memory.left }, failed, said);
        if (this.#memories.get(name) !== memories) return;
      } catch (error) {
        this.#needs.log.warn('a test cannot be made', { process: name, test: rule.condition.kind, reason: reason(error) });
      }
    }
  }

  #judge(service: Managed, rule: MonitRule, memory: Memory, failed: boolean | undefined, said: string): Memory {
    if (failed === undefined) return memory;
    const { state, action, turned } = step(rule, memory.state, failed);
    if (turned) this.#needs.log.info(state.failed ? 'a test fails' : 'a test no longer fails', { process: service.definition.name, said });
    if (action !== undefined) this.#needs.act(service, rule, action, said, turned && !state.failed);
    return { ...memory, state: isChange(rule.condition) && state.failed ? fresh : state };
  }
}
