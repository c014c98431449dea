import type { World } from '@bosh6/base';
import { answer, type DnsServer, failure, type Reply, readQuestion, startDnsServer } from '@bosh6/dns';
import { classify, IpAddress } from '@bosh6/ip';
import { type Log, reason } from '../log.js';
import { forward } from './forward.js';
import type { LocalNames } from './local-names.js';

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
  #underWay = 0;

  constructor(needs: ResolverNeeds) {
    this.#needs = needs;
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
    const names = await this.#needs.names();
    const found = names?.find(question.name);
    if (found !== undefined || names?.owns(question.name)) return answer(question, shuffled(found, this.#needs.world), ttl);
    if (this.#underWay >= atOnce) return failure(question);
    this.#underWay++;
    try {
      const { world, upstreamPort: port = 53 } = this.#needs;
      return (await forward(message, question, { servers: this.upstream, port, transport, world })) ?? failure(question);
    } finally {
      this.#underWay--;
    }
  };
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
