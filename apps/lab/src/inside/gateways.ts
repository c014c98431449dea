import { IpAddress, IpPrefix } from '@bosh6/ip';
import { ipBatch } from '../run.js';

/** What one network wants of the router: its gateway's address, and the subnet that lies on the link. */
export interface Gateway {
  address: IpAddress;
  subnet: IpPrefix;
}

/** The gateways on one bridge, each as long as somebody needs it. Calls must not overlap. */
export class Gateways {
  readonly #bridge: string;
  readonly #held = new Map<string, { gateway: Gateway; owners: Set<string> }>();

  constructor(bridge: string) {
    this.#bridge = bridge;
  }

  /** In the order in which they came. */
  get addresses(): string[] {
    return [...this.#held.values()].map(({ gateway }) => gateway.address.toString());
  }

  /** Puts on the bridge those that are not there. One that fails leaves nothing of itself. */
  async hold(gateways: readonly Gateway[], owner: string): Promise<void> {
    const missing = gateways.filter((gateway) => !this.#held.has(keyOf(gateway)));
    try {
      await ipBatch(missing.flatMap((gateway) => this.#replace(gateway)));
    } catch (error) {
      await this.#remove(missing);
      throw error;
    }
    for (const gateway of gateways) {
      const key = keyOf(gateway);
      const entry = this.#held.get(key) ?? { gateway, owners: new Set<string>() };
      this.#held.set(key, entry);
      entry.owners.add(owner);
    }
  }

  /** Takes from the bridge those that nobody else needs. Resolves to whether there were any. */
  async release(owner: string): Promise<boolean> {
    const free: Gateway[] = [];
    for (const [key, { gateway, owners }] of this.#held) {
      if (!owners.delete(owner) || owners.size > 0) continue;
      this.#held.delete(key);
      free.push(gateway);
    }
    if (free.length > 0) await this.#remove(free);
    return free.length > 0;
  }

  async #remove(gateways: readonly Gateway[]): Promise<void> {
    const left = [...this.#held.values()].flatMap(({ gateway }) => this.#replace(gateway));
    const gone = gateways.flatMap((gateway) => this.#replace(gateway)).filter((command) => !left.includes(command));
    const commands = gone.map((command) => command.replace(' replace ', ' del ').replace(/ nodad$/, ''));
    // An address that was never there, or took its route with it, shall not keep the others. The last IPv4 address takes routes that others still need.
    await ipBatch([...commands.reverse(), ...left], { force: true }).catch(() => undefined);
  }

  /** Commands that may be given again. */
  #replace({ address, subnet }: Gateway): string[] {
    const dad = address.family === 6 ? ' nodad' : '';
    const bridge = this.#bridge;
    if (subnet.contains(address)) return [`addr replace ${address}/${subnet.length} dev ${bridge}${dad}`];
    // A gateway off the subnet, a link-local one for instance: the subnet is on the link all the same.
    const length = address.family === 4 ? 32 : linkLocals.contains(address) ? 64 : 128;
    return [`addr replace ${address}/${length} dev ${bridge}${dad}`, `route replace ${subnet} dev ${bridge}`];
  }
}

const keyOf = ({ address, subnet }: Gateway): string => `${address} ${subnet}`;

const linkLocals = IpPrefix.parse('fe80::/10');

/** The gateway and subnet that an address with a prefix length and a gateway mean; undefined without gateway. */
export function gatewayOf(address: IpAddress, length: number, gateway: string | undefined): Gateway | undefined {
  if (gateway === undefined || gateway === '') return undefined;
  return { address: IpAddress.parse(gateway), subnet: IpPrefix.of(address, length) };
}
