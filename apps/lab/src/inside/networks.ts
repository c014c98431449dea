import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { IpAddress, IpPrefix } from '@bosh6/ip';
import type { NetworkStatus } from '@bosh6/lab';
import { ipBatch } from '../run.js';
import type { StateStore } from './state.js';

/** What one network wants of the router: its gateway's address, and the subnet that lies on the link. */
export interface Gateway {
  address: IpAddress;
  subnet: IpPrefix;
}

/** Bridges, one per IaaS network, and the router, which is the lab's own network namespace. */
export class Networks {
  readonly #store: StateStore;
  /** By IaaS network: its bridge, with what the router has there. */
  readonly #entries = new Map<string, { bridge: string; made: boolean; gateways: Set<string>; busy: Promise<void> }>();

  constructor(store: StateStore) {
    this.#store = store;
  }

  /** Makes this namespace a router that forwards both families. */
  async prepare(): Promise<void> {
    const set = (name: string, value: number): Promise<void> => writeFile(`/proc/sys/net/${name}`, String(value));
    await set('ipv4/ip_forward', 1);
    await set('ipv6/conf/all/forwarding', 1);
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
   * The bridge of an IaaS network, made at first use, with these gateways on it. Calls for one network queue up; one that fails says so and the next
   * finds what was made before it.
   */
  async ensure(name: string, gateways: readonly Gateway[], mtu?: number): Promise<string> {
    const number = this.number(name);
    const bridge = `br${number}`;
    const entry = this.#entries.get(name) ?? { bridge, made: false, gateways: new Set<string>(), busy: Promise.resolve() };
    this.#entries.set(name, entry);
    const turn = entry.busy.then(async () => {
      if (!entry.made) {
        // Without a MAC of its own a bridge takes that of a port and changes it as VMs come and go.
        await ipBatch([`link add ${bridge} address ${bridgeMac(number)} type bridge mcast_snooping 0`, `link set ${bridge} up`]);
        entry.made = true;
      }
      if (mtu !== undefined) await ipBatch([`link set dev ${bridge} mtu ${mtu}`]);
      const missing = gateways.filter((gateway) => !entry.gateways.has(keyOf(gateway)));
      await ipBatch(missing.flatMap((gateway) => gatewayCommands(gateway, bridge)));
      for (const gateway of missing) entry.gateways.add(keyOf(gateway));
    });
    entry.busy = turn.catch(() => undefined);
    await turn;
    return bridge;
  }

  status(): NetworkStatus[] {
    return [...this.#entries].map(([name, { bridge, gateways }]) => ({
      name,
      bridge,
      gateways: [...gateways].map((key) => key.split(' ')[0] ?? ''),
    }));
  }
}

const keyOf = ({ address, subnet }: Gateway): string => `${address} ${subnet}`;

/** Commands that may be given again. */
function gatewayCommands({ address, subnet }: Gateway, bridge: string): string[] {
  const dad = address.family === 6 ? ' nodad' : '';
  if (subnet.contains(address)) return [`addr replace ${address}/${subnet.length} dev ${bridge}${dad}`];
  // A gateway off the subnet, a link-local one for instance: the subnet is on the link all the same.
  const length = address.family === 4 ? 32 : linkLocals.contains(address) ? 64 : 128;
  return [`addr replace ${address}/${length} dev ${bridge}${dad}`, `route replace ${subnet} dev ${bridge}`];
}

const linkLocals = IpPrefix.parse('fe80::/10');

function bridgeMac(number: number): string {
  return `02:ff:00:00:${hex(number >> 8)}:${hex(number & 0xff)}`;
}

/** A locally administered MAC address that is always the same for a name. */
export function macFor(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 5);
  return ['02', ...[...bytes].map(hex)].join(':');
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** The gateway and subnet that an address with a prefix length and a gateway mean; undefined without gateway. */
export function gatewayOf(address: IpAddress, length: number, gateway: string | undefined): Gateway | undefined {
  if (gateway === undefined || gateway === '') return undefined;
  return { address: IpAddress.parse(gateway), subnet: IpPrefix.of(address, length) };
}
