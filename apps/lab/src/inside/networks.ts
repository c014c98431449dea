import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { NetworkStatus } from '@bosh6/lab';
import { ipBatch } from '../run.js';
import { type Gateway, Gateways } from './gateways.js';
import type { StateStore } from './state.js';

/** Bridges, one per IaaS network, and the router, which is the lab's own network namespace. */
export class Networks {
  readonly #store: StateStore;
  /** By IaaS network: its bridge, with what the router has there. */
  readonly #entries = new Map<string, { bridge: string; made: boolean; gateways: Gateways; busy: Promise<void> }>();

  constructor(store: StateStore) {
    this.#store = store;
  }

  /** Makes this namespace a router that forwards both families. */
  async prepare(): Promise<void> {
    const set = (name: string, value: number): Promise<void> => writeFile(`/proc/sys/net/${name}`, String(value));
    await set('ipv4/ip_forward', 1);
    await set('ipv6/conf/all/forwarding', 1);
    // A gateway that goes shall not take another of its subnet with it.
    await set('ipv4/conf/all/promote_secondaries', 1);
    for (const which of ['all', 'default']) {
      await set(`ipv4/conf/${which}/rp_filter`, 0);
      await set(`ipv6/conf/${which}/accept_dad`, 0);
      await set(`ipv6/conf/${which}/accept_redirects`, 0);
    }
    await ipBatch(['link set lo up']);
  }

  /** The same for a name as long as the state lives. */
  number(name: string): number {
    const { state } = this.#store;
    state.networks[name] ??= { bridge: state.nextBridge++ };
    return state.networks[name].bridge;
  }

  /**
   * The bridge of an IaaS network, made at first use, with these gateways on it until the owner is released. Calls for one network queue up; one that
   * fails says so and the next finds what was made before it.
   */
  async ensure(name: string, owner: string, gateways: readonly Gateway[], mtu?: number): Promise<string> {
    const number = this.number(name);
    const bridge = `br${number}`;
    const entry = this.#entries.get(name) ?? { bridge, made: false, gateways: new Gateways(bridge), busy: Promise.resolve() };
    this.#entries.set(name, entry);
    const turn = entry.busy.then(async () => {
      if (!entry.made) {
        // Without a MAC of its own a bridge takes that of a port and changes it as VMs come and go.
        await ipBatch([`link add ${bridge} address ${bridgeMac(number)} type bridge mcast_snooping 0`, `link set ${bridge} up`]);
        entry.made = true;
      }
      if (mtu !== undefined) await ipBatch([`link set dev ${bridge} mtu ${mtu}`]);
      await entry.gateways.hold(gateways, owner);
    });
    entry.busy = turn.catch(() => undefined);
    await turn;
    return bridge;
  }

  /** The router forgets the gateways that this owner alone needed; the bridges stay. Resolves to whether there were any. Never throws. */
  async release(owner: string): Promise<boolean> {
    const released = [...this.#entries.values()].map((entry) => {
      const turn = entry.busy.then(() => entry.gateways.release(owner));
      entry.busy = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn.catch(() => false);
    });
    return (await Promise.all(released)).includes(true);
  }

  status(): NetworkStatus[] {
    return [...this.#entries].map(([name, { bridge, gateways }]) => ({ name, bridge, gateways: gateways.addresses }));
  }
}

function bridgeMac(number: number): string {
  return `02:ff:00:00:${hex(number >> 8)}:${hex(number & 0xff)}`;
}

/** A locally administered MAC address that is always the same for a name. */
export function macFor(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 5);
  return ['02', ...[...bytes].map(hex)].join(':');
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
