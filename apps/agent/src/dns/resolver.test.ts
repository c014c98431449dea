import dns from 'node:dns/promises';
import { realWorld, VirtualWorld } from '@bosh6/base';
import { answer, type DnsServer, failure, type Reply, readQuestion, startDnsServer } from '@bosh6/dns';
import { IpAddress } from '@bosh6/ip';
import { afterEach, expect, test } from 'vitest';
import { silentLog } from '../log.js';
import type { LocalNames } from './local-names.js';
import { localNames } from './local-names.js';
import { Resolver } from './resolver.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const keys = ['id', 'instance_group', 'group_ids', 'network', 'deployment', 'ip', 'domain'];
const records = (count: number): unknown => ({
  record_keys: keys,
  record_infos: ['10.0.0.', '2001:db8::'].flatMap((start) =>
    Array.from({ length: count }, (_, at) => [`u-${at}`, 'web', ['1'], 'dual', 'dep', `${start}${at + 1}`, 'bosh']),
  ),
});

/** A server of the world beyond: it knows one name, in as many addresses as said. */
async function upstream(addresses: number, asked: string[] = []): Promise<DnsServer> {
  const reply: Reply = async (message, transport) => {
    const question = readQuestion(message);
    if (question === undefined) return undefined;
    asked.push(`${transport} ${question.name}`);
    const all = Array.from({ length: addresses }, (_, at) => IpAddress.parse(`192.0.2.${at + 1}`));
    return answer(question, question.name === 'bosh.io' ? all : undefined, 30);
  };
  const server = await startDnsServer({ addresses: ['127.0.0.1'], port: 0 }, reply);
  open.push(server);
  return server;
}

async function start(
  names: LocalNames | undefined,
  servers: string[],
  upstreamPort?: number,
): Promise<{ ask: dns.Resolver; resolver: Resolver }> {
  const resolver = new Resolver({
    world: realWorld(),
    log: silentLog,
    names: () => Promise.resolve(names),
    ...(upstreamPort === undefined ? {} : { upstreamPort }),
  });
  open.push(resolver);
  resolver.upstream = servers;
  expect(await resolver.listen('127.0.0.1', 0)).toBe(true);
  const ask = new dns.Resolver({ tries: 1 });
  ask.setServers([`127.0.0.1:${resolver.port}`]);
  return { ask, resolver };
}

test('names of the Director have the addresses of both families, however many; unknown ones are nobody, and nobody else is asked', async () => {
  const asked: string[] = [];
  const { port } = await upstream(1, asked);
  const { ask } = await start(localNames(records(60)), ['127.0.0.1'], port);
  expect(await ask.resolve4('u-2.web.dual.dep.bosh')).toEqual(['10.0.0.3']);
  expect(await ask.resolve6('U-2.Web.dual.dep.BOSH')).toEqual(['2001:db8::3']);
  // longer than UDP takes: the asker comes again over TCP
  expect(new Set(await ask.resolve6('q-s0.q-g1.bosh')).size).toBe(60);
  await expect(ask.resolve4('u-99.web.dual.dep.bosh')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await expect(ask.resolveTxt('u-2.web.dual.dep.bosh')).rejects.toMatchObject({ code: 'ENODATA' });
  expect(asked).toEqual([]);
});

test('other names are handed on over the transport that they came by, and without records all are', async () => {
  const asked: string[] = [];
  const { port } = await upstream(60, asked);
  const { ask } = await start(undefined, ['127.0.0.1'], port);
  expect(await ask.resolve4('bosh.io')).toHaveLength(60);
  await expect(ask.resolve4('u-2.web.dual.dep.bosh')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  expect(asked).toEqual(['udp bosh.io', 'tcp bosh.io', 'udp u-2.web.dual.dep.bosh']);
});

test('a server that does not listen or will not say is passed over; when all fail, the asker hears so at once', async () => {
  const { port } = await upstream(2);
  const { ask, resolver } = await start(undefined, ['127.0.0.2', '127.0.0.1'], port);
  expect(await ask.resolve4('bosh.io')).toEqual(['192.0.2.1', '192.0.2.2']);
  resolver.upstream = ['127.0.0.2'];
  await expect(ask.resolve4('bosh.io')).rejects.toMatchObject({ code: 'ESERVFAIL' });
  const refusing: Reply = async (message) => {
    const question = readQuestion(message);
    return question === undefined ? undefined : failure(question);
  };
  open.push(await startDnsServer({ addresses: ['127.0.0.2'], port }, refusing));
  await expect(ask.resolve4('bosh.io')).rejects.toMatchObject({ code: 'ESERVFAIL' });
  resolver.upstream = ['127.0.0.2', '127.0.0.1'];
  expect(await ask.resolve4('bosh.io')).toEqual(['192.0.2.1', '192.0.2.2']);
});

test('a server of this machine that hands questions back is found, named, and not asked; the next one is', async () => {
  const { port } = await upstream(1);
  const warned: unknown[] = [];
  const log = { ...silentLog, warn: (_message: string, fields: unknown) => void warned.push(fields) };
  const resolver = new Resolver({ world: realWorld(), log, names: async () => undefined, upstreamPort: port });
  let handedBack = 0;
  const forwarder = await startDnsServer({ addresses: ['127.0.0.2'], port }, (message, transport) => {
    handedBack++;
    return resolver.reply(message, transport, '127.0.0.1');
  });
  open.push(resolver, forwarder);
  resolver.upstream = ['127.0.0.2', '127.0.0.1'];
  await resolver.listen('127.0.0.1', 0);
  const ask = new dns.Resolver({ tries: 1 });
  ask.setServers([`127.0.0.1:${resolver.port}`]);
  expect(await ask.resolve4('bosh.io')).toEqual(['192.0.2.1']);
  expect(warned).toEqual([{ server: '127.0.0.2' }]);
  // the question, and the probe
  expect(handedBack).toBe(2);
  expect(await ask.resolve4('bosh.io')).toEqual(['192.0.2.1']);
  expect(handedBack).toBe(2);
});

test('two programs that ask the same at once are both answered, by a server that is in no loop', async () => {
  const asked: string[] = [];
  const { port } = await upstream(1, asked);
  const { ask } = await start(undefined, ['127.0.0.1'], port);
  for (let round = 0; round < 2; round++)
    expect(await Promise.all([1, 2, 3].map(() => ask.resolve4('bosh.io')))).toEqual(Array(3).fill(['192.0.2.1']));
  expect(asked.filter((line) => line === 'udp bosh.io')).toHaveLength(6);
});

test('a silent server is waited for no longer than the asker waits', async () => {
  const world = new VirtualWorld();
  const silent = await startDnsServer({ addresses: ['127.0.0.2'], port: 0 }, async () => {
    world.advance(1_500);
    return undefined;
  });
  open.push(silent);
  const resolver = new Resolver({ world, log: silentLog, names: async () => undefined, upstreamPort: silent.port });
  open.push(resolver);
  resolver.upstream = ['127.0.0.2', '127.0.0.2'];
  await resolver.listen('127.0.0.1', 0);
  const ask = new dns.Resolver({ tries: 1 });
  ask.setServers([`127.0.0.1:${resolver.port}`]);
  await expect(ask.resolve4('bosh.io')).rejects.toMatchObject({ code: 'ESERVFAIL' });
  expect(world.monotonic() - new VirtualWorld().monotonic()).toBe(3_000);
});

test('who asks from elsewhere gets nothing', async () => {
  const resolver = new Resolver({ world: realWorld(), log: silentLog, names: () => Promise.resolve(localNames(records(1))) });
  const question = Buffer.concat([
    Buffer.from('000101000001000000000000', 'hex'),
    Buffer.from('\x03u-0\x04q-g1\x04bosh\0\0\x01\0\x01', 'latin1'),
  ]);
  for (const from of ['127.0.0.1', '127.6.0.53']) expect((await resolver.reply(question, 'udp', from))?.readUInt16BE(6)).toBe(1);
  for (const from of ['10.0.0.1', 'fe80::1%eth0', '2001:db8::1', '']) expect(await resolver.reply(question, 'udp', from)).toBeUndefined();
});

test('an address that another program has is left to it', async () => {
  const { port } = await upstream(1);
  const resolver = new Resolver({ world: new VirtualWorld(), log: silentLog, names: async () => undefined });
  expect(await resolver.listen('127.0.0.1', port)).toBe(false);
  expect(resolver.port).toBeUndefined();
});
