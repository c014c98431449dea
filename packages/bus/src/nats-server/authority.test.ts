import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentDn, type BusTls, connectBus } from '../index.js';
import { Inbox, makeParties } from '../parties.test.suite.js';
import { startNatsServerAuthority } from './index.js';
import { natsServerPath, startNatsServer } from './nats-server.test.suite.js';

let folder: string;
let usersFile: string;
let reloads: number;
const letIn: string[] = [];
const start = () =>
  startNatsServerAuthority({
    usersFile,
    reload: async () => void reloads++,
    isLetIn: async (agentId) => void letIn.push(agentId),
  });
const users = (): { user: string; permissions: object }[] => JSON.parse(readFileSync(usersFile, 'utf8')).authorization.users;
const names = (): string[] => users().map(({ user }) => user);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'users-'));
  usersFile = join(folder, 'users.json');
  reloads = 0;
  letIn.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the users of a nats-server', () => {
  it('are written, the server told, before an agent may count on it', async () => {
    const authority = await start();
    await authority.authorize('one');
    await authority.authorize('two', { bootstrap: false });
    expect(names()).toEqual(
      expect.arrayContaining([agentDn('one', 'bootstrap'), agentDn('one', 'permanent'), agentDn('two', 'permanent')]),
    );
    expect(names()).not.toContain(agentDn('two', 'bootstrap'));
    expect(reloads).toBe(3);
    expect(letIn).toEqual(['one', 'two']);
  });

  it('may say nothing where they have nothing to say: an empty list would let them say all', async () => {
    await start();
    expect(users().find(({ user }) => user.includes('default.hm'))?.permissions).toMatchObject({ publish: { deny: '>' } });
  });

  it('stay over a restart, and are not told again', async () => {
    await (await start()).authorize('one');
    const again = await start();
    expect(names()).toContain(agentDn('one', 'bootstrap'));
    reloads = 0;
    await again.authorize('one');
    expect(reloads).toBe(0);
    await again.revoke('one');
    expect(names()).toHaveLength(2);
  });

  it('are those that the Director knows, once it says who they are', async () => {
    const authority = await start();
    await Promise.all([authority.authorize('one'), authority.authorize('two')]);
    const again = await start();
    reloads = 0;
    await again.retain?.(new Set(['two', 'three']));
    expect([
      names()
        .filter((name) => name.includes('agent'))
        .every((name) => name.includes('two')),
      reloads,
    ]).toEqual([true, 1]);
    await again.retain?.(new Set(['two']));
    expect(reloads).toBe(1);
    expect(names()).toContain(agentDn('two', 'permanent'));
    await again.authorize('one');
    expect(names()).toContain(agentDn('one', 'permanent'));
  });

  it('are not more when the server could not be told', async () => {
    const failing = await startNatsServerAuthority({
      usersFile,
      reload: async () => {
        reloads++;
        if (reloads === 2) throw new Error('on purpose');
      },
      isLetIn: async () => {},
    });
    await expect(failing.authorize('one')).rejects.toThrow('on purpose');
    await failing.authorize('two');
    expect(names().some((name) => name.includes('one'))).toBe(false);
  });

  it('have one again that was to connect anew, also when the server could not be told', async () => {
    let failing = false;
    const reload = async (): Promise<void> => {
      if (failing) throw new Error('on purpose');
    };
    const authority = await startNatsServerAuthority({ usersFile, reload, isLetIn: async () => {} });
    await authority.authorize('one');
    failing = true;
    await expect(authority.reconnect?.('one')).rejects.toThrow('on purpose');
    failing = false;
    await authority.authorize('two');
    expect(names()).toContain(agentDn('one', 'permanent'));
  });

  it('of which one is to connect anew are without it for a moment, and not with it again once it was shut out', async () => {
    const written: boolean[] = [];
    const hears = () => written.push(names().includes(agentDn('one', 'bootstrap')));
    const authority = await startNatsServerAuthority({ usersFile, reload: async () => void hears(), isLetIn: async () => {} });
    await authority.reconnect?.('one');
    await authority.authorize('one');
    await authority.reconnect?.('one');
    expect(written).toEqual([false, true, false, true]);
    await Promise.all([authority.reconnect?.('one'), authority.revoke('one')]);
    expect(names()).toHaveLength(2);
  });

  it.each(['', '{}', 'include "x"', '{"authorization": {"users": 7}}'])('replace what was there: %j', async (text) => {
    writeFileSync(usersFile, text);
    await start();
    expect(names()).toHaveLength(2);
  });

  it('that cannot be read are not replaced: that would end all connections', async () => {
    mkdirSync(usersFile);
    await expect(start()).rejects.toMatchObject({ code: 'BusUsersUnreadable', details: { path: usersFile } });
    expect([readdirSync(folder), reloads]).toEqual([['users.json'], 0]);
  });

  it('of many changes at once the server is told few times', async () => {
    const authority = await start();
    await Promise.all(Array.from({ length: 50 }, (_, index) => authority.authorize(`a${index}`)));
    expect(names()).toHaveLength(2 + 50 * 4);
    expect(reloads).toBeLessThan(5);
    // who is let in shows that the whole file was read
    expect(letIn.length).toBeLessThan(reloads);
  });

  it('are not asked for by one that was shut out before the server heard of it', async () => {
    const authority = await start();
    await Promise.all([authority.authorize('one'), authority.authorize('two'), authority.revoke('one')]);
    expect(letIn).toEqual(['two']);
  });
});

it.skipIf(natsServerPath === undefined)('a nats-server lets an agent in whose certificate has no DNS name', async () => {
  const parties = await makeParties();
  const server = await startNatsServer(parties, '::1');
  const servers = [`nats://[::1]:${server.port}`];
  const connect = (tls: BusTls) => connectBus({ servers, tls, name: 'one' });
  const authority = await startNatsServerAuthority({ ...server, isLetIn: async () => (await connect(await parties.agent('one'))).close() });
  await authority.authorize('one');
  const agent = await connect(await parties.named(agentDn('one', 'bootstrap')));
  expect(agent.connected).toBe(true);
  await agent.close();
  await server.close();
});

it.skipIf(natsServerPath === undefined)(
  'a nats-server ends the connection of an agent that is revoked, or is to connect anew',
  async () => {
    const parties = await makeParties();
    const server = await startNatsServer(parties, '::1');
    const servers = [`nats://[::1]:${server.port}`];
    const connect = async (failFast: boolean) => connectBus({ servers, tls: await parties.agent('one'), name: 'one', failFast });
    const authority = await startNatsServerAuthority({ ...server, isLetIn: async () => (await connect(false)).close() });
    await authority.authorize('one');
    const agent = await connect(true);
    const statuses = new Inbox<string>();
    agent.onStatus(statuses.add);
    await authority.reconnect?.('one');
    expect(await statuses.atLeast(2)).toEqual(['disconnected', 'connected']);
    await authority.revoke('one');
    expect(await statuses.atLeast(3)).toEqual(['disconnected', 'connected', 'disconnected']);
    await expect(connect(true)).rejects.toMatchObject({ code: 'BusRefused' });
    await agent.close();
    await server.close();
  },
);
