import type { ForeignAddress } from '@bosh6/agent-protocol';
import type { Timer, World } from '@bosh6/base';
import { type Log, reason } from '../log.js';
import { ip } from './ip-batch.js';
import type { NetworkPlan } from './plan.js';
import { answers } from './probe.js';

const intervalMs = 30_000;

interface Gateway {
  nic: string;
  address: string;
  /** The MAC that is pinned. */
  mac?: string;
  /** Who else answered for it when last asked. */
  others: string[];
}

/** Holds on to the MAC of each IPv6 gateway: whoever else claims its address (RFC 3756 4.1.1), unasked or asked, is not believed while the gateway answers. One that is silent and has exactly one
 * successor is replaced, at the next look. Gateways by router advertisement are left to the kernel. */
export class GatewayGuard {
  readonly #world: World;
  readonly #log: Log;
  #gateways: Gateway[] = [];
  #timer: Timer | undefined;
  #looking: Promise<void> | undefined;

  constructor(world: World, log: Log) {
    this.#world = world;
    this.#log = log;
  }

  /** Looks at the plan's gateways now, and from time to time. Resolves when it has looked. */
  async watch({ routes }: NetworkPlan): Promise<void> {
    const known = this.#gateways;
    const wanted = new Map<string, Gateway>();
    for (const { family, via, nic } of routes) {
      if (family !== 6 || via === undefined) continue;
      const address = via.toString();
      wanted.set(`${nic} ${address}`, known.find((each) => each.nic === nic && each.address === address) ?? { nic, address, others: [] });
    }
    this.#gateways = [...wanted.values()];
    this.#timer ??= this.#world.every(intervalMs, () => void this.#look());
    await this.#look();
  }

  /** Commands of `ip` that pin again what is known. */
  get pins(): string[] {
    return this.#gateways.flatMap(({ nic, address, mac }) => (mac === undefined ? [] : [pin(nic, address, mac)]));
  }

  /** Gateways that more than one machine answers for. */
  get disputed(): ForeignAddress[] {
    return this.#gateways.filter(({ others }) => others.length > 0).map(({ nic, address }) => ({ nic, address, kind: 'neighbour' }));
  }

  async #look(): Promise<void> {
    await this.#looking;
    this.#looking = Promise.all(this.#gateways.map((each) => this.#check(each))).then(
      () => undefined,
      (error) => this.#log.warn('a gateway was not looked at', { reason: reason(error) }),
    );
    await this.#looking;
  }

  async #check(gateway: Gateway): Promise<void> {
    const { nic, address } = gateway;
    const macs = await answers(nic, address);
    const [first] = macs;
    if (first === undefined) return;
    const before = gateway.mac;
    if (macs.length === 1) gateway.mac = first;
    gateway.others = macs.filter((mac) => mac !== gateway.mac);
    if (gateway.others.length > 0) this.#log.warn('several machines answer for a gateway', { nic, gateway: address, macs });
    if (gateway.mac === undefined) return;
    if (before !== undefined && before !== gateway.mac)
      this.#log.warn('a gateway was replaced', { nic, gateway: address, mac: gateway.mac });
    await ip({ 4: [], 6: [pin(nic, address, gateway.mac)] });
  }
}

function pin(nic: string, address: string, mac: string): string {
  return `neigh replace ${address} lladdr ${mac} nud permanent dev ${nic}`;
}
