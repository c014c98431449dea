import { deliver } from '../deliver.js';
import { fail } from '../errors.js';
import type { Bus } from '../types.js';
import type { Publication } from './operation.js';
import type { Router, Subscription } from './router.js';
import { isLiteralSubject, isSubject } from './subject.js';

/** The bus as seen by the process of its broker: no socket, no permissions, never disconnected. */
export function localBus(router: Router, maxPayload: number, end: () => Promise<void>): Bus {
  const publisher = { echo: true, deliver: (): void => undefined };
  let connected = true;
  return {
    get connected() {
      return connected;
    },
    publish(subject, body) {
      if (!connected) throw fail('BusClosed', 'the bus is closed');
      if (!isLiteralSubject(subject)) throw fail('MalformedSubject', `'${subject}' is no subject to publish to`);
      const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
      if (bytes.length > maxPayload)
        throw fail('BusPayloadTooLarge', `a message of ${bytes.length} bytes to '${subject}' is more than the bus takes (${maxPayload})`);
      router.route(publisher, { kind: 'pub', subject, reply: undefined, headers: undefined, body: bytes });
    },
    subscribe(subject, onMessage, { queue } = {}) {
      if (!isSubject(subject)) throw fail('MalformedSubject', `'${subject}' is no subject to listen on`);
      const heard = (_: Subscription, { subject: to, reply, body }: Publication): void =>
        deliver(onMessage, reply === undefined ? { subject: to, body } : { subject: to, replyTo: reply, body });
      const subscription = { connection: { echo: true, deliver: heard }, subject, queue, sid: '', delivered: 0, max: undefined };
      router.add(subscription);
      return { subject, unsubscribe: () => router.remove(subscription) };
    },
    flush: async () => undefined,
    onStatus: () => () => undefined,
    onRefused: () => () => undefined,
    async close() {
      connected = false;
      await end();
    },
  };
}
