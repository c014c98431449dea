import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { VirtualWorld } from '@bosh6/base';
import { createCa, issue } from '@bosh6/credentials';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bus, type BusStatus, type BusTls, connectBus, directorDn, type Presence } from '../index.js';
import { Inbox, makeParties, type Parties } from '../parties.test.suite.js';
import { type Broker, startBroker } from './index.js';

let parties: Parties;
let broker: Broker;
let world: VirtualWorld;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  parties = await makeParties();
});
beforeEach(async () => {
  world = new VirtualWorld();
  broker = await startBroker({ listen: [{ host: '::1', port: 0 }], tls: parties.server, world, maxPayload: 2000 });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
  await broker.close();
});
afterAll(() => expect(broker.connections).toBe(0));

const port = (): number => broker.endpoints[0]?.port ?? 0;

async function join(identity: BusTls, more: { failFast?: boolean; signal?: AbortSignal } = {}): Promise<Bus> {
  const bus = await connectBus({ servers: [`[::1]:${port()}`], tls: identity, name: 'test', failFast: true, ...more });
  open.push(bus);
  return bus;
}

/** Waits until the broker has ended a connection with these credentials. */
async function shutOut(credentials: tls.SecureContextOptions): Promise<void> {
  const plain = net.connect(port(), '::1');
  await once(plain, 'data');
  const socket = tls.connect({ socket: plain, host: '::1', ...credentials });
  socket.on('error', () => {});
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  expect(broker.connections).toBe(0);
}

/** A client that speaks the protocol by hand. */
async function speak(
  identity: BusTls,
  connect: object = {},
): Promise<{ say(text: string): void; heard: () => string; hears(text: string): Promise<void>; ended: Promise<unknown> }> {
  const plain = net.connect(port(), '::1');
  await once(plain, 'data');
  const socket = tls.connect({
    socket: plain,
    ca: identity.ca,
    cert: identity.certificate,
    key: identity.privateKey.reveal(),
    host: '::1',
  });
  await once(socket, 'secureConnect');
  open.push({ close: async () => void socket.destroy() });
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => {});
  socket.write(`CONNECT ${JSON.stringify(connect)}\r\n`);
  return {
    say: (line) => void socket.write(line),
    heard: () => text,
    hears: async (wanted) => {
      while (!text.includes(wanted)) await once(socket, 'data');
    },
    ended: once(socket, 'close'),
  };
}

describe('the door', () => {
  it.each([
    ['a name that nobody authorized', 'C=USA, O=Cloud Foundry, CN=x.agent.bosh-internal'],
    ["the Director's name in another order", directorDn.split(', ').reverse().join(', ')],
    ["the Director's common name alone", 'CN=default.director.bosh-internal'],
  ])('is shut to %s', async (_, dn) => {
    await expect(join(await parties.named(dn))).rejects.toMatchObject({ code: 'BusRefused' });
  });

  it('is shut to a certificate of a foreign CA', async () => {
    const stranger = await issue({ ca: await createCa('default.nats-ca.bosh-internal'), dn: directorDn, usage: 'client' });
    await shutOut({ ca: parties.server.ca, cert: stranger.certificate, key: stranger.privateKey.reveal() });
  });

  it('is shut to one without a certificate', async () => {
    await shutOut({ ca: parties.server.ca });
  });

  it('is shut to one without TLS', async () => {
    const clear = net.connect(port(), '::1');
    clear.on('error', () => {});
    clear.resume();
    clear.write('CONNECT {}\r\nPING\r\n');
    await new Promise((resolve) => clear.once('close', resolve));
    expect(broker.connections).toBe(0);
  });

  it('opens to the bootstrap certificate only while that is allowed', async () => {
    const bootstrap = await parties.agent('a1', 'bootstrap');
    await broker.authorize('a1', { bootstrap: false });
    await expect(join(bootstrap)).rejects.toMatchObject({ code: 'BusRefused' });
    await broker.authorize('a1');
    await join(bootstrap);
    expect(broker.connections).toBe(1);
    await broker.authorize('a1', { bootstrap: false });
    expect(broker.connections).toBe(0);
  });

  it('lets in, by and by, an agent that came before it was authorized', async () => {
    const early = join(await parties.agent('a2', 'bootstrap'), { failFast: false });
    await broker.authorize('a2');
    expect((await early).connected).toBe(true);
  });

  it('can be given up on', async () => {
    const giveUp = new AbortController();
    const early = join(await parties.agent('a2', 'bootstrap'), { failFast: false, signal: giveUp.signal });
    giveUp.abort(new DOMException('enough', 'AbortError'));
    await expect(early).rejects.toMatchObject({ name: 'AbortError' });
    await broker.authorize('a2');
  });

  it.each(['', '*', '>', 'a.b', 'a b'])("is not opened to an agent called '%s'", async (agentId) => {
    await expect(broker.authorize(agentId)).rejects.toMatchObject({ code: 'MalformedSubject' });
  });
});

describe('an agent', () => {
  it('is disconnected when it is revoked, and back when it is authorized again', async () => {
    await broker.authorize('a3');
    const agent = await join(await parties.agent('a3'));
    const director = await join(parties.director);
    const statuses = new Inbox<BusStatus>();
    agent.onStatus(statuses.add);
    const inbox = new Inbox<string>();
    agent.subscribe('agent.a3', (message) => inbox.add(Buffer.from(message.body).toString()));
    await agent.flush();
    await broker.revoke('a3');
    await statuses.atLeast(1);
    expect(agent.connected).toBe(false);
    await broker.authorize('a3');
    await statuses.atLeast(2);
    expect(statuses.items).toEqual(['disconnected', 'connected']);
    await agent.flush();
    director.publish('agent.a3', 'welcome back');
    expect(await inbox.atLeast(1)).toEqual(['welcome back']);
  });

  it('is present from its subscription to its end', async () => {
    const seen = new Inbox<Presence>();
    const stop = broker.onPresence(seen.add);
    await broker.authorize('a4');
    const agent = await join(await parties.agent('a4'));
    expect(broker.isPresent('a4')).toBe(false);
    agent.subscribe('agent.a4', () => {});
    await seen.atLeast(1);
    expect(broker.isPresent('a4')).toBe(true);
    await agent.close();
    expect(await seen.atLeast(2)).toEqual([
      { agentId: 'a4', present: true },
      { agentId: 'a4', present: false },
    ]);
    stop();
  });
});

describe('a client', () => {
  it('finds a broker that was away, with its subscriptions and what it meant to say', async () => {
    await broker.authorize('a5');
    const director = await join(parties.director);
    const statuses = new Inbox<BusStatus>();
    director.onStatus(statuses.add);
    const inbox = new Inbox<string>();
    director.subscribe('director.d.>', (message) => inbox.add(message.subject));
    const [{ host, port: same } = { host: '::1', port: 0 }] = broker.endpoints;
    await broker.close();
    await statuses.atLeast(1);
    broker = await startBroker({ listen: [{ host, port: same }], tls: parties.server });
    await broker.authorize('a5');
    await statuses.atLeast(2);
    await director.flush();
    const agent = await join(await parties.agent('a5'));
    agent.publish('director.d.a5.r', 'x');
    expect(await inbox.atLeast(1)).toEqual(['director.d.a5.r']);
  });

  it('that does not answer is dropped, one that does stays', async () => {
    const mute = await speak(parties.director);
    await mute.hears('');
    const director = await join(parties.director);
    for (let i = 0; i < 4; i++) {
      world.advance(5000);
      await director.flush();
    }
    await mute.ended;
    expect(mute.heard()).toContain("-ERR 'Stale Connection'");
    expect(director.connected).toBe(true);
  });

  it('that said something lately is not asked', async () => {
    const client = await speak(parties.director);
    client.say('PING\r\n');
    await client.hears('PONG');
    world.advance(5000);
    world.advance(5000);
    await client.hears('PING');
    expect(client.heard()).toBe('PONG\r\nPING\r\n');
  });

  it('that never introduces itself is dropped', async () => {
    const plain = net.connect(port(), '::1');
    await once(plain, 'data');
    const { ca, certificate, privateKey } = parties.director;
    const socket = tls.connect({ socket: plain, ca, cert: certificate, key: privateKey.reveal(), host: '::1' });
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    await once(socket, 'session');
    world.advance(30_000);
    await once(socket, 'close');
    expect(text).toContain('Authentication Timeout');
  });

  it('is heard within the process too, without a connection, until nobody listens any more', async () => {
    const heard: string[] = [];
    const { unsubscribe } = broker.subscribe('hm.agent.heartbeat.*', ({ subject, body }) => heard.push(`${subject} ${Buffer.from(body)}`));
    await broker.authorize('a6');
    const agent = await join(await parties.agent('a6'));
    agent.publish('hm.agent.heartbeat.a6', 'one');
    await agent.flush();
    unsubscribe();
    agent.publish('hm.agent.heartbeat.a6', 'two');
    await agent.flush();
    expect(heard).toEqual(['hm.agent.heartbeat.a6 one']);
  });

  it('is told at once that nobody listens, when it asked for that', async () => {
    const client = await speak(parties.director, { headers: true, no_responders: true });
    client.say('SUB director.me 9\r\nPUB agent.none director.me 2\r\nhi\r\n');
    await client.hears('HMSG director.me 9 16 16\r\nNATS/1.0 503\r\n\r\n\r\n');
  });

  it('hears itself unless it asked not to, and headers only when it can read them', async () => {
    await broker.authorize('a6');
    const agent = await speak(await parties.agent('a6'));
    const director = await speak(parties.director, { headers: true, verbose: true });
    agent.say('SUB agent.a6 1\r\nPING\r\n');
    await agent.hears('PONG');
    director.say('HPUB agent.a6 12 14\r\nNATS/1.0\r\n\r\nhi\r\nPING\r\n');
    await agent.hears('MSG agent.a6 1 2\r\nhi\r\n');
    await director.hears('+OK\r\n+OK\r\nPONG\r\n');
    expect(agent.heard()).not.toContain('HMSG');
  });

  it('hears no more than it asked for', async () => {
    await broker.authorize('a7');
    const agent = await speak(await parties.agent('a7'));
    const director = await speak(parties.director);
    agent.say('SUB agent.a7 1\r\nUNSUB 1 2\r\nPING\r\n');
    await agent.hears('PONG');
    expect(broker.isPresent('a7')).toBe(true);
    director.say('PUB agent.a7 1\r\n1\r\nPUB agent.a7 1\r\n2\r\nPUB agent.a7 1\r\n3\r\nPING\r\n');
    await director.hears('PONG');
    agent.say('PING\r\n');
    await agent.hears('2\r\nPONG');
    expect(agent.heard()).not.toContain('\r\n3\r\n');
    expect(broker.isPresent('a7')).toBe(false);
  });

  it.each([
    [`PUB agent.x 3000\r\n${'x'.repeat(3000)}\r\n`, 'Maximum Payload Violation'],
    ['NONSENSE\r\n', 'Unknown Protocol Operation'],
  ])('is shown the door after %#', async (line, reason) => {
    const client = await speak(parties.director);
    client.say(line);
    await client.ended;
    expect(client.heard()).toContain(`-ERR '${reason}'`);
  });

  it('keeps its connection after a subject that is none', async () => {
    const client = await speak(parties.director);
    client.say('SUB director..x 1\r\nPUB agent.* 1\r\nx\r\nPING\r\n');
    await client.hears("-ERR 'Invalid Subject'\r\n-ERR 'Invalid Publish Subject'\r\nPONG\r\n");
  });
});

describe('the listener', () => {
  it('says which address it cannot have', async () => {
    const busy = startBroker({ listen: [{ host: '::1', port: port() }], tls: parties.server });
    await expect(busy).rejects.toMatchObject({ code: 'BrokerListenFailed' });
  });

  it('serves both families, by one endpoint or by two', async () => {
    for (const listen of [
      [{ host: '::', port: 0 }],
      [
        { host: '::1', port: 0 },
        { host: '127.0.0.1', port: 0 },
      ],
    ]) {
      const both = await startBroker({ listen, tls: parties.server });
      const last = both.endpoints.at(-1)?.port;
      for (const server of [`127.0.0.1:${last}`, `[::1]:${both.endpoints[0]?.port}`]) {
        const bus = await connectBus({ servers: [server], tls: parties.director, name: 'd', failFast: true });
        await bus.close();
      }
      await both.close();
    }
  });

  it('tries the next server when the first is away', async () => {
    const servers = ['[::1]:1', `nats://[::1]:${port()}`];
    const bus = await connectBus({ servers, tls: parties.director, name: 'd', failFast: true });
    expect(bus.connected).toBe(true);
    await bus.close();
  });
});
