import type { Publication } from './operation.js';
import { SubjectTrie } from './subject-trie.js';

/** A client's connection, or somebody within this process. */
export interface Listener {
  /** Whether it hears what it publishes itself. */
  readonly echo: boolean;
  deliver(subscription: Subscription, publication: Publication): void;
}

export interface Subscription {
  readonly connection: Listener;
  readonly subject: string;
  readonly queue: string | undefined;
  readonly sid: string;
  delivered: number;
  max: number | undefined;
}

/** Who listens where, and the handing out of publications. */
export class Router {
  readonly #subscriptions = new SubjectTrie<Subscription>();
  #turn = 0;

  get size(): number {
    return this.#subscriptions.size;
  }

  add(subscription: Subscription): void {
    this.#subscriptions.add(subscription.subject, subscription);
  }

  remove(subscription: Subscription): void {
    this.#subscriptions.remove(subscription.subject, subscription);
  }

  /** Hands the publication to every subscription and to one member of every queue; gives the number reached. */
  route(from: Listener, publication: Publication): number {
    let reached = 0;
    let queues: Map<string, Subscription[]> | undefined;
    for (const subscription of this.#subscriptions.match(publication.subject)) {
      if (subscription.connection === from && !from.echo) continue;
      if (subscription.queue === undefined) {
        subscription.connection.deliver(subscription, publication);
        reached++;
        continue;
      }
      queues ??= new Map();
      const members = queues.get(subscription.queue);
      if (members === undefined) queues.set(subscription.queue, [subscription]);
      else members.push(subscription);
    }
    for (const members of queues?.values() ?? []) {
      const member = members[this.#turn++ % members.length];
      if (member === undefined) continue;
      member.connection.deliver(member, publication);
      reached++;
    }
    return reached;
  }

  /** Tells a requester at once that nobody heard, by a status on its own reply subject. */
  noResponders(from: Listener, reply: string): void {
    const headers = Buffer.from('NATS/1.0 503\r\n\r\n');
    for (const subscription of this.#subscriptions.match(reply)) {
      if (subscription.connection !== from) continue;
      from.deliver(subscription, { kind: 'pub', subject: reply, reply: undefined, headers, body: Buffer.alloc(0) });
      return;
    }
  }
}
