import type { Networks } from '@bosh6/agent-protocol';
import { reason } from '../log.js';
import { announce } from './announce.js';
import { networkBackend } from './backends/backend.js';
import type { ConfigureOptions } from './configure.js';
import { ip, isEmpty } from './ip-batch.js';
import { type KernelState, readKernel } from './kernel-state.js';
import { lost, lostAddresses } from './lost.js';
import { planNetworks } from './network-plan.js';
import { listNics } from './nics.js';
import type { NetworkPlan, PlannedAddress } from './plan.js';
import { probe } from './probe.js';
import { missing } from './reconcile.js';

/** Looks in a row that find something lost; after that somebody takes it away on purpose, and two who undo each other's work are worse than one. */
const patience = 3;

/** Puts back addresses and routes of the settings that the interfaces have lost, with the rules that belong to them; rules alone are whoever's who took them away. Only where the agent itself is the
 * back-end; what a daemon keeps is the daemon's, and only told. */
export class NetworkKeeper {
  readonly #options: ConfigureOptions;
  #tries = 0;
  /** The last failure, which is said once. */
  #said = '';
  #looking: Promise<void> | undefined;

  constructor(options: ConfigureOptions) {
    this.#options = options;
  }

  /** Looks once; calls that overlap share one look. Never throws. */
  look(networks: Networks): Promise<void> {
    this.#looking ??= this.#look(networks)
      .catch((error: unknown) => this.#say('what the interfaces have lost is not back', reason(error)))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #look(networks: Networks): Promise<void> {
    const { log, manager, gateways } = this.#options;
    if ((await networkBackend(manager)).name !== 'iproute2') return;
    const plan = planNetworks(networks, await listNics());
    const state = present(await readKernel());
    if (lost(plan, state).length === 0) {
      this.#tries = 0;
      this.#said = '';
      return;
    }
    this.#tries += 1;
    if (this.#tries > patience) return this.#say('the interfaces lose again and again what the settings say', `put back ${patience} times`);
    const gone = lostAddresses(plan, state);
    // Meanwhile it may have become another machine's.
    const taken = new Set<PlannedAddress>();
    const asked = gone.map(({ nic, each }) =>
      probe(nic.name, each).catch((error: unknown) => {
        taken.add(each);
        this.#say('a lost address is not taken again', reason(error));
      }),
    );
    await Promise.all(asked);
    const commands = missing(without(plan, taken), state);
    if (isEmpty(commands)) return;
    await ip(commands);
    log.warn('put back what the interfaces had lost', { commands: [...commands[4], ...commands[6]] });
    await announce(
      [...new Set(gone.filter(({ each }) => !taken.has(each)).map(({ nic }) => nic))],
      log,
      () => gateways?.pins ?? [],
      () => void gateways?.watch(plan),
    );
  }

  #say(what: string, why: string): void {
    if (this.#said !== why) this.#options.log.warn(what, { reason: why });
    this.#said = why;
  }
}

/** All that is there counts, whoever gave it and for how long: it is not lost. */
function present(state: KernelState): KernelState {
  return {
    ...state,
    addresses: state.addresses.map((each) => ({ ...each, settled: true })),
    routes: state.routes.map((each) => ({ ...each, learnt: false })),
  };
}

function without(plan: NetworkPlan, taken: ReadonlySet<PlannedAddress>): NetworkPlan {
  return { ...plan, nics: plan.nics.map((nic) => ({ ...nic, addresses: nic.addresses.filter((each) => !taken.has(each)) })) };
}
