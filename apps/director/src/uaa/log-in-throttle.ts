import type { World } from '@bosh6/base';
import { embeddedIpv4, IpAddress, IpPrefix } from '@bosh6/ip';

/** So often somebody may be wrong before having to wait. */
const free = 5;
const longestWaitSeconds = 300;
/** Names and places that are remembered; the oldest are forgotten first. */
const mostEntries = 10_000;

interface Entry {
  failures: number;
  until: number;
}

/**
 * Slows down who guesses: after five wrong secrets for a name from one place, the next may be tried after a second, then two, then four, up to five
 * minutes. A place is an IPv4 address or the /64 of an IPv6 one, so that nobody can shut others out.
 */
export class LogInThrottle {
  readonly #world: World;
  readonly #entries = new Map<string, Entry>();

  constructor(world: World) {
    this.#world = world;
  }

  /** How long this name must not be tried from there, in seconds; 0 when it may. */
  waitSeconds(name: string, from: string): number {
    const until = this.#entries.get(keyOf(name, from))?.until ?? 0;
    return Math.max(0, Math.ceil((until - this.#world.now()) / 1000));
  }

  /** The secret was wrong, or the name is unknown. */
  failed(name: string, from: string): void {
    const key = keyOf(name, from);
    const known = this.#entries.get(key);
    const now = this.#world.now();
    // Who was wrong long ago begins anew.
    const failures = known === undefined || known.until + longestWaitSeconds * 1000 < now ? 1 : known.failures + 1;
    const wait = failures < free ? 0 : Math.min(2 ** (failures - free), longestWaitSeconds);
    this.#entries.delete(key);
    this.#entries.set(key, { failures, until: now + wait * 1000 });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > mostEntries && oldest !== undefined) this.#entries.delete(oldest);
  }

  succeeded(name: string, from: string): void {
    this.#entries.delete(keyOf(name, from));
  }
}

function keyOf(name: string, from: string): string {
  const address = IpAddress.tryParse(from)?.withoutZone();
  const place = address === undefined ? from : (embeddedIpv4(address) ?? (address.family === 6 ? IpPrefix.of(address, 64).first : address));
  return JSON.stringify([name, String(place)]);
}
