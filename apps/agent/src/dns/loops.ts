import { networkInterfaces } from 'node:os';
import type { World } from '@bosh6/base';
import { type Question, readQuestion } from '@bosh6/dns';
import { classify, embeddedIpv4, IpAddress } from '@bosh6/ip';
import type { Log } from '../log.js';

/** For so long what was found of a server holds. */
const holdsMs = 60_000;

interface Look {
  at: number;
  ended: Promise<void>;
  loops: boolean;
}

export interface LoopsNeeds {
  world: World;
  log: Log;
  /** Hands a question on to one server; resolves when that has answered, or had its time. */
  ask: (message: Buffer, question: Question, server: string) => Promise<unknown>;
}

/**
 * Finds servers that hand our questions back to us: a forwarder on this machine that asks whom /etc/resolv.conf names does. Each is asked for a name that
 * nobody else knows, and whoever makes us hear that name is in a loop with us. Servers elsewhere cannot be, since the resolver answers its own machine alone.
 */
export class Loops {
  readonly #needs: LoopsNeeds;
  readonly #looks = new Map<string, Look>();
  readonly #probes = new Map<string, Look>();

  constructor(needs: LoopsNeeds) {
    this.#needs = needs;
  }

  /** True for a name that only such a server brings. */
  hear(name: string): boolean {
    const look = this.#probes.get(name);
    if (look !== undefined) look.loops = true;
    return look !== undefined;
  }

  /** The servers of which no loop is known. */
  without(servers: readonly string[]): string[] {
    return servers.filter((server) => !this.#fresh(server)?.loops);
  }

  /** Looks at those on this machine, unless it did lately. */
  async look(servers: readonly string[]): Promise<void> {
    await Promise.all(servers.filter(isHere).map((server) => (this.#fresh(server) ?? this.#begin(server)).ended));
  }

  #fresh(server: string): Look | undefined {
    const look = this.#looks.get(server);
    return look !== undefined && this.#needs.world.monotonic() - look.at < holdsMs ? look : undefined;
  }

  #begin(server: string): Look {
    const { world } = this.#needs;
    const look: Look = { at: world.monotonic(), ended: Promise.resolve(), loops: false };
    this.#looks.set(server, look);
    look.ended = this.#probe(server, look);
    return look;
  }

  async #probe(server: string, look: Look): Promise<void> {
    const { world, log, ask } = this.#needs;
    // no top-level domain that forwarders answer themselves, as they do `test` and `invalid`
    const labels = [Buffer.from(world.bytes(12)).toString('hex'), 'bosh6-loop'];
    const name = labels.map((label) => String.fromCharCode(label.length) + label).join('');
    const message = Buffer.from(`\0\0\x01\0\0\x01\0\0\0\0\0\0${name}\0\0\x01\0\x01`, 'latin1');
    const question = readQuestion(message);
    if (question === undefined) return;
    this.#probes.set(question.name, look);
    await ask(message, question, server);
    this.#probes.delete(question.name);
    if (look.loops) log.warn('a name server hands questions back to the agent, and is not asked', { server });
  }
}

function isHere(server: string): boolean {
  const address = IpAddress.tryParse(server);
  if (address === undefined) return false;
  const plain = embeddedIpv4(address) ?? address;
  if (['loopback', 'unspecified'].includes(classify(plain).kind)) return true;
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return own.some((each) => IpAddress.tryParse(each.address)?.equals(plain) === true);
}
