import type { World } from '@bosh6/base';
import type { BusAuthority } from '@bosh6/bus';

/** A nats-server reads all of its users anew for each time that some are let in: with thousands of VMs to make, once for so many. */
const atOnce = 500;

/** Ids for the agents of VMs to come. Each may use the bus by the time that it is given out. */
export class NewAgents {
  readonly #busAuthority: BusAuthority;
  readonly #world: Pick<World, 'uuid'>;
  #expected = 0;
  #ahead: Promise<string>[] = [];

  constructor(busAuthority: BusAuthority, world: Pick<World, 'uuid'>) {
    this.#busAuthority = busAuthority;
    this.#world = world;
  }

  /** So many are about to be taken; `dismiss` ends that. */
  expect(count: number): void {
    this.#expected += count;
  }

  take(): Promise<string> {
    if (this.#ahead.length === 0) {
      const count = Math.min(this.#expected, atOnce);
      this.#expected -= count;
      this.#ahead = Array.from({ length: count }, () => this.#letIn());
    }
    return this.#ahead.pop() ?? this.#letIn();
  }

  /** Shuts out whom nobody took. One who stays let in all the same is nobody: there is no certificate of that name. */
  async dismiss(): Promise<void> {
    const left = this.#ahead;
    this.#ahead = [];
    this.#expected = 0;
    await Promise.allSettled(left.map(async (agentId) => this.#busAuthority.revoke(await agentId)));
  }

  #letIn(): Promise<string> {
    const agentId = this.#world.uuid();
    const letIn = this.#busAuthority.authorize(agentId).then(() => agentId);
    // Of one that is not taken nobody hears.
    letIn.catch(() => {});
    return letIn;
  }
}
