import type { World } from '@bosh6/base';
import { answer, type DnsServer, failure, type Question, type Reply, readQuestion, startDnsServer } from '@bosh6/dns';
import { classify, IpAddress } from '@bosh6/ip';
import { type Log, reason } from '../log.js';
import { forward } from './forward.js';
import type { LocalNames } from './local-names.js';
import { Loops } from './loops.js';

/** Records change with every deploy: nobody keeps an answer. */
const ttl = 0;
/** Questions under way at once; the C library takes the next one to the servers themselves. */
const atOnce = 256;

export interface ResolverNeeds {
  world: World;
  log: Log;
  /** Undefined as long as the Director has sent no records. */
  names: () => Promise<LocalNames | undefined>;
  /** Port of the servers that questions are handed on to. */
  upstreamPort?: number;
}

/** Answers the Director's names for the programs of this machine, over UDP and TCP, and hands all other questions on to the name servers. */
export class Resolver {
  /** Whom to ask, in this order. */
  upstream: readonly string[] = [];
  readonly #needs: ResolverNeeds;
  #server: DnsServer | undefined;
  readonly #loops: Loops;
  #underWay = 0;
  /** Questions that others are asked just now, each as often as it is. */
  readonly #asking = new Map<string, number>();

  constructor(needs: ResolverNeeds) {
    this.#needs = needs;
    const { world, log } = needs;
    this.#loops = new Loops({ world, log, ask: (message, question, server) => this.#forward(message, question, 'udp', [server]) });
  }

  /** False where the address or the port is another program's; the log says so. */
  async listen(address: string, port = 53): Promise<boolean> {
    try {
      this.#server ??= await startDnsServer({ addresses: [address], port }, this.reply);
      return true;
    } catch (error) {
      this.#needs.log.warn('the agent answers no names', { address, reason: reason(error) });
      return false;
    }
  }

  /** Where it listens; undefined where it does not. */
  get port(): number | undefined {
    return this.#server?.port;
  }

  async close(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  /** One message's answer; nothing for strangers, nor for what is no question. */
  readonly reply: Reply = async (message, transport, from) => {
    const sender = IpAddress.tryParse(from);
    // A machine may be told to route 127.0.0.0/8 (route_localnet): strangers get nothing even then.
    if (sender === undefined || classify(sender).kind !== 'loopback') return undefined;
    const question = readQuestion(message);
    if (question === undefined) return undefined;
    if (this.#loops.hear(question.name)) return failure(question);
    const names = await this.#needs.names();
    const found = names?.find(question.name);
    if (found !== undefined || names?.owns(question.name)) return answer(question, shuffled(found, this.#needs.world), ttl);
    if (this.#underWay >= atOnce) return failure(question);
    const key = `${question.type} ${question.name}`;
    const times = this.#asking.get(key) ?? 0;
    this.#underWay++;
    this.#asking.set(key, times + 1);
    try {
      // two programs, or our own question that has come back
      if (times > 0) await this.#loops.look(this.upstream);
      return (await this.#forward(message, question, transport, this.#loops.without(this.upstream))) ?? failure(question);
    } finally {
      this.#underWay--;
      const left = (this.#asking.get(key) ?? 1) - 1;
      if (left > 0) this.#asking.set(key, left);
      else this.#asking.delete(key);
    }
  };

  #forward(message: Buffer, question: Question, transport: 'udp' | 'tcp', servers: readonly string[]): Promise<Buffer | undefined> {
    const { world, upstreamPort: port = 53 } = this.#needs;
    return forward(message, question, { servers, port, transport, world });
  }
}

/** So that the first, which most programs take, is another each time. */
function shuffled(addresses: readonly IpAddress[] | undefined, world: World): IpAddress[] | undefined {
  if (addresses === undefined) return undefined;
  const chance = Buffer.from(world.bytes(4 * addresses.length));
  return addresses
    .map((address, at) => ({ address, order: chance.readUInt32BE(4 * at) }))
    .sort((a, b) => a.order - b.order)
    .map(({ address }) => address);
}
