import { dependentsOf } from './dependents.js';
import type { Managed } from './managed.js';

/** Starts and stops services in the order that they need: what one depends on is up before it, what depends on it down before it. */
export class Dependencies {
  #services = new Map<string, Managed>();
  /** In the middle of being stopped and started again. */
  readonly #busy = new Set<string>();
  /** Those of them that were well, and are restarted for another reason. */
  readonly #restarting = new Set<string>();
  /** Started as soon as what they depend on is up. */
  readonly #waiting = new Set<string>();
  /** Whoever began before the last `halt` does not go on. */
  #epoch = 0;

  /** These are the services from now on. */
  take(services: ReadonlyMap<string, Managed>): void {
    this.#services = new Map(services);
    for (const name of this.#waiting) if (!services.has(name)) this.#waiting.delete(name);
  }

  /** Whether somebody is starting or stopping it. */
  isBusy(name: string): boolean {
    return this.#busy.has(name) || this.#services.get(name)?.isChanging === true;
  }

  isRestarting(name: string): boolean {
    return this.#restarting.has(name);
  }

  /** Nothing that was begun is gone on with, and nobody waits any more. */
  halt(): void {
    this.#epoch += 1;
    this.#waiting.clear();
  }

  /** Starts these. Resolves when each is up, has failed to come up, or waits for one that has. */
  async startAll(names: Iterable<string>): Promise<void> {
    const epoch = this.#epoch;
    const wanted = new Set(names);
    const begun = new Map<string, Promise<unknown>>();
    const begin = (name: string): Promise<unknown> => {
      const known = begun.get(name);
      const service = this.#services.get(name);
      if (known !== undefined || service === undefined || !wanted.has(name)) return known ?? Promise.resolve();
      const needed = service.definition.dependsOn;
      const started = needed.length === 0 ? service.start() : Promise.all(needed.map(begin)).then(() => this.#startOrWait(service, epoch));
      begun.set(name, started);
      return started;
    };
    await Promise.all([...wanted].map(begin));
    await this.#startWaiting(epoch);
  }

  /** Stops a service, its dependents first. Resolves with the names of those that live on. */
  stop(name: string): Promise<string[]> {
    return this.stopAll([...dependentsOf(name, this.#nodes()), name]);
  }

  async stopAll(names: Iterable<string>): Promise<string[]> {
    const wanted = new Set(names);
    const failed: string[] = [];
    const begun = new Map<string, Promise<void>>();
    const end = (name: string): Promise<void> => {
      const known = begun.get(name);
      const service = this.#services.get(name);
      if (known !== undefined || service === undefined) return known ?? Promise.resolve();
      this.#waiting.delete(name);
      const dependents = [...this.#services.values()].filter(
        ({ definition }) => definition.dependsOn.includes(name) && wanted.has(definition.name),
      );
      const ended = Promise.all(dependents.map(({ definition }) => end(definition.name))).then(async () => {
        if (!(await service.stop())) failed.push(name);
      });
      begun.set(name, ended);
      return ended;
    };
    await Promise.all([...wanted].map(end));
    return failed.sort();
  }

  /** No longer watches a service, nor what depends on it. */
  unmonitor(name: string): void {
    for (const each of [...dependentsOf(name, this.#nodes()), name]) {
      this.#waiting.delete(each);
      this.#services.get(each)?.unmonitor();
    }
  }

  /** Takes its dependents down, starts it where it is down, and them again when it is up. */
  async revive(name: string): Promise<void> {
    const service = this.#services.get(name);
    if (service === undefined || this.#busy.has(name)) return;
    if (this.#hasItsNeeds(service)) return this.#around(name, (each) => each.start());
    service.unmonitor();
    this.#waiting.add(name);
  }

  async restart(name: string): Promise<void> {
    const epoch = this.#epoch;
    const touched = new Set([name, ...this.#upDependentsOf(name)]);
    if (this.#busy.has(name)) return;
    for (const each of touched) this.#restarting.add(each);
    await this.#around(name, async (service) => {
      if (service.definition.restart !== undefined) return service.restart();
      await service.stop();
      return epoch === this.#epoch && service.start();
    });
    for (const each of touched) this.#restarting.delete(each);
  }

  /** What one waits for may have come by itself. */
  async goOn(): Promise<void> {
    if (this.#waiting.size > 0) await this.#startWaiting(this.#epoch);
  }

  async #around(name: string, act: (service: Managed) => Promise<boolean>): Promise<void> {
    const service = this.#services.get(name);
    if (service === undefined || this.#busy.has(name)) return;
    const epoch = this.#epoch;
    const down = this.#upDependentsOf(name);
    const touched = [...down, name];
    for (const each of touched) this.#busy.add(each);
    try {
      await this.stopAll(down);
      if (epoch !== this.#epoch) return;
      for (const each of down) this.#waiting.add(each);
      await act(service);
    } finally {
      for (const each of touched) this.#busy.delete(each);
    }
    await this.#startWaiting(epoch);
  }

  async #startOrWait(service: Managed, epoch: number): Promise<void> {
    if (epoch !== this.#epoch) return;
    if (this.#hasItsNeeds(service)) await service.start();
    else this.#waiting.add(service.definition.name);
  }

  /** Until no more of them can. */
  async #startWaiting(epoch: number): Promise<void> {
    while (epoch === this.#epoch) {
      const ready = [...this.#waiting].flatMap((name) => this.#services.get(name) ?? []).filter((each) => this.#hasItsNeeds(each));
      if (ready.length === 0) return;
      for (const { definition } of ready) this.#waiting.delete(definition.name);
      await Promise.all(ready.map((each) => each.start()));
    }
  }

  /** Nobody waits for one that is not known, nor for what only somebody else can make. */
  #hasItsNeeds({ definition }: Managed): boolean {
    return definition.dependsOn.every((name) => {
      const needed = this.#services.get(name);
      return needed === undefined || needed.isUp || (needed.definition.kind !== 'process' && needed.definition.start === undefined);
    });
  }

  #upDependentsOf(name: string): string[] {
    return dependentsOf(name, this.#nodes()).filter((each) => this.#services.get(each)?.monitored === true);
  }

  #nodes(): { name: string; dependsOn: readonly string[] }[] {
    return [...this.#services.values()].map(({ definition }) => definition);
  }
}
