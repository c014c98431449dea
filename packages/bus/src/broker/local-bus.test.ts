import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bus, type BusMessage, connectBus } from '../index.js';
import { Inbox, makeParties } from '../parties.test.suite.js';
import { type Broker, startBroker } from './index.js';

let broker: Broker;
let agent: Bus;

beforeAll(async () => {
  const parties = await makeParties();
  broker = await startBroker({ listen: [{ host: '::1', port: 0 }], tls: parties.server, maxPayload: 1000 });
  await broker.authorize('one');
  const servers = [`nats://[::1]:${broker.endpoints[0]?.port}`];
  agent = await connectBus({ servers, tls: await parties.agent('one'), name: 'one', failFast: true });
});

afterAll(async () => {
  await agent.close();
  await broker.close();
});

test('the broker itself asks an agent and hears its answer, and bytes stay what they were when they were said', async () => {
  const answers = new Inbox<BusMessage>();
  agent.subscribe('agent.one', ({ body }) => agent.publish('director.d.one.r', body));
  await agent.flush();
  const subscription = broker.subscribe('director.d.>', answers.add);
  const body = Buffer.from('first');
  broker.publish('agent.one', body);
  body.fill(0);
  broker.publish('agent.one', 'second');
  expect((await answers.atLeast(2)).map((answer) => [answer.subject, Buffer.from(answer.body).toString()])).toEqual([
    ['director.d.one.r', 'first'],
    ['director.d.one.r', 'second'],
  ]);
  subscription.unsubscribe();
  agent.publish('director.d.one.r', 'nobody hears it');
  await agent.flush();
  expect(answers.items).toHaveLength(2);
  expect(broker.connections).toBe(1);
});

test('what a client could not say or hear is refused', () => {
  const code = (wanted: string) => expect.objectContaining({ code: wanted });
  expect(() => broker.publish('agent.one', new Uint8Array(1001))).toThrowError(code('BusPayloadTooLarge'));
  expect(() => broker.publish('agent.*', 'x')).toThrowError(code('MalformedSubject'));
  expect(() => broker.subscribe('agent..one', () => undefined)).toThrowError(code('MalformedSubject'));
});

test('it is closed after close', async () => {
  const parties = await makeParties();
  const other = await startBroker({ listen: [{ host: '::1', port: 0 }], tls: parties.server });
  expect(other.connected).toBe(true);
  await other.close();
  expect(other.connected).toBe(false);
  expect(() => other.publish('agent.one', 'x')).toThrowError(expect.objectContaining({ code: 'BusClosed' }));
});
