import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bus, BusMessage } from './index.js';
import { Inbox } from './parties.test.suite.js';

/** A running server with agents `one` and `two` let in, and clients to it. */
export interface BusStage {
  director(): Promise<Bus>;
  hm(): Promise<Bus>;
  agent(agentId: string, kind?: 'bootstrap' | 'permanent'): Promise<Bus>;
  close(): Promise<void>;
}

const text = (message: BusMessage): string => Buffer.from(message.body).toString();

/** What every implementation of `Bus`, with every server behind it, does. */
export function busConformance(name: string, prepare: () => Promise<BusStage>): void {
  describe(`a bus: ${name}`, () => {
    let stage: BusStage;
    const open: Bus[] = [];
    const use = async (opening: Promise<Bus>): Promise<Bus> => {
      const bus = await opening;
      open.push(bus);
      return bus;
    };
    beforeAll(async () => {
      stage = await prepare();
    });
    afterAll(async () => {
      await Promise.all(open.map((bus) => bus.close()));
      await stage.close();
    });

    it('carries a request to an agent and its answer back', async () => {
      const director = await use(stage.director());
      const agent = await use(stage.agent('one', 'bootstrap'));
      agent.subscribe('agent.one', (message) => {
        const { reply_to: replyTo } = JSON.parse(text(message)) as { reply_to: string };
        agent.publish(replyTo, '{"value":"pong"}');
      });
      await agent.flush();
      const answers = new Inbox<BusMessage>();
      director.subscribe('director.d1.>', answers.add);
      director.publish('agent.one', JSON.stringify({ method: 'ping', arguments: [], reply_to: 'director.d1.one.r1' }));
      const [answer] = await answers.atLeast(1);
      expect(answer && [answer.subject, text(answer)]).toEqual(['director.d1.one.r1', '{"value":"pong"}']);
    });

    it('keeps bytes as they are, up to a mebibyte', async () => {
      const director = await use(stage.director());
      const agent = await use(stage.agent('two'));
      const bodies = [new Uint8Array(0), Uint8Array.of(0, 13, 10, 255, 0), new Uint8Array(1024 * 1024).fill(7)];
      const inbox = new Inbox<BusMessage>();
      agent.subscribe('agent.two', inbox.add);
      await agent.flush();
      for (const body of bodies) director.publish('agent.two', body);
      const received = await inbox.atLeast(3);
      for (const [i, body] of bodies.entries()) expect(Buffer.compare(received[i]?.body ?? Buffer.of(1), body)).toBe(0);
    });

    it('keeps the order of one sender', async () => {
      const agent = await use(stage.agent('one'));
      const hm = await use(stage.hm());
      const inbox = new Inbox<string>();
      hm.subscribe('hm.agent.heartbeat.*', (message) => inbox.add(text(message)));
      await hm.flush();
      for (let i = 0; i < 500; i++) agent.publish('hm.agent.heartbeat.one', `${i}`);
      expect(await inbox.atLeast(500)).toEqual(Array.from({ length: 500 }, (_, i) => `${i}`));
    });

    it('gives a message to one member of a queue and to every other listener', async () => {
      const [a, b, plain] = await Promise.all([use(stage.hm()), use(stage.hm()), use(stage.hm())]);
      const agent = await use(stage.agent('two'));
      const queue = new Inbox<string>();
      const each = new Inbox<string>();
      a.subscribe('hm.agent.alert.*', (message) => queue.add(text(message)), { queue: 'q' });
      b.subscribe('hm.agent.alert.*', (message) => queue.add(text(message)), { queue: 'q' });
      plain.subscribe('hm.agent.alert.two', (message) => each.add(text(message)));
      await Promise.all([a.flush(), b.flush(), plain.flush()]);
      for (let i = 0; i < 20; i++) agent.publish('hm.agent.alert.two', `${i}`);
      await each.atLeast(20);
      // Whatever the queue's members were given is behind what they are given now.
      await Promise.all([a.flush(), b.flush()]);
      expect(queue.items.map(Number).sort((x, y) => x - y)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });

    it('stops at unsubscribe', async () => {
      const director = await use(stage.director());
      const agent = await use(stage.agent('one'));
      const seen = new Inbox<string>();
      const last = new Inbox<string>();
      const subscription = director.subscribe('director.d2.>', (message) => seen.add(text(message)));
      director.subscribe('director.d3.>', (message) => last.add(text(message)));
      await director.flush();
      agent.publish('director.d2.one.r', 'first');
      await seen.atLeast(1);
      subscription.unsubscribe();
      await director.flush();
      agent.publish('director.d2.one.r', 'second');
      agent.publish('director.d3.one.r', 'end');
      await last.atLeast(1);
      expect(seen.items).toEqual(['first']);
    });

    it.each([
      ['one', 'agent.two', 'hm.agent.heartbeat.two'],
      ['one', 'agent.*', 'agent.one'],
      ['one', '>', 'director.d.two.r'],
      ['one', 'director.>', 'hm.director.alert'],
    ])("lets agent '%s' neither hear '%s' nor say '%s'", async (agentId, heard, said) => {
      const agent = await use(stage.agent(agentId));
      const refused = new Inbox<string | undefined>();
      agent.onRefused(({ operation, subject }) => refused.add(`${operation} ${subject}`));
      agent.subscribe(heard, () => {});
      agent.publish(said, 'x');
      expect([...(await refused.atLeast(2))].sort()).toEqual([`publish ${said}`, `subscription ${heard}`]);
      expect(agent.connected).toBe(true);
    });

    it('lets the health monitor say nothing and the Director hear no heartbeat', async () => {
      const [director, hm] = await Promise.all([use(stage.director()), use(stage.hm())]);
      const refused = new Inbox<string>();
      hm.onRefused(({ operation, subject }) => refused.add(`hm ${operation} ${subject}`));
      director.onRefused(({ operation, subject }) => refused.add(`director ${operation} ${subject}`));
      hm.publish('agent.one', 'x');
      director.subscribe('hm.agent.heartbeat.*', () => {});
      expect([...(await refused.atLeast(2))].sort()).toEqual(['director subscription hm.agent.heartbeat.*', 'hm publish agent.one']);
    });

    it('goes on after a listener failed, whose error reaches the process', async () => {
      const hm = await use(stage.hm());
      const agent = await use(stage.agent('one'));
      const inbox = new Inbox<string>();
      const uncaught = new Inbox<unknown>();
      const others = process.rawListeners('uncaughtException');
      process.removeAllListeners('uncaughtException').on('uncaughtException', uncaught.add);
      try {
        hm.subscribe('hm.agent.shutdown.*', (message) => {
          inbox.add(text(message));
          if (inbox.items.length === 1) throw new Error('on purpose');
        });
        await hm.flush();
        agent.publish('hm.agent.shutdown.one', 'a');
        agent.publish('hm.agent.shutdown.one', 'b');
        expect(await inbox.atLeast(2)).toEqual(['a', 'b']);
        expect(await uncaught.atLeast(1)).toMatchObject([{ message: 'on purpose' }]);
      } finally {
        process.removeAllListeners('uncaughtException');
        for (const listener of others) process.on('uncaughtException', listener as (error: Error) => void);
      }
    });

    it('is closed after close', async () => {
      const bus = await stage.director();
      await bus.close();
      expect(bus.connected).toBe(false);
      expect(() => bus.publish('agent.one', 'x')).toThrowError(expect.objectContaining({ code: 'BusClosed' }));
      await bus.close();
    });
  });
}
