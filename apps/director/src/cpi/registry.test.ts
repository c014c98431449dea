import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CpiEntry } from '@bosh6/formats';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import type { OwnedCpi } from './make-cpi.js';
import { CpiRegistry } from './registry.js';

let dir: string;
let store: Store;
let registry: CpiRegistry;
let made: string[];
let closed: string[];
const fake = (name: string): OwnedCpi => ({ name, close: () => void closed.push(name) }) as never;
const make = ({ name, type }: CpiEntry): OwnedCpi => {
  made.push(`${name}/${type}`);
  return fake(`${name}/${type}`);
};
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-cpis-'));
  store = await openSqliteStore(join(dir, 'db'));
  made = [];
  closed = [];
  registry = new CpiRegistry({ store, fallback: fake('default'), make });
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const set = (content: string, name = 'default') =>
  store.write((tx) => tx.configs.insert({ type: 'cpi', name, content, deleted: false, createdAt: 0 }));
const used = (name: string): Promise<string> => registry.use(name, async (cpi) => (cpi as never as { name: string }).name);

test("without a config there is the Director's own, and no other name", async () => {
  expect(await registry.known()).toEqual([{ name: '', formerNames: [] }]);
  expect(await used('')).toBe('default');
  await expect(used('a')).rejects.toMatchObject({ code: 'CpiUnknown', message: expect.stringContaining('there is no CPI config') });
});

test("names of several configs, former names too; '' stays the Director's own", async () => {
  await set('cpis: [{name: a, type: t, migrated_from: [{name: ""}, {name: old}]}]');
  await set('cpis: [{name: b, type: u}]', 'more');
  expect(await registry.known()).toEqual([
    { name: 'a', formerNames: ['', 'old'] },
    { name: 'b', formerNames: [] },
  ]);
  expect([await used('a'), await used('old'), await used('b'), await used('')]).toEqual(['a/t', 'a/t', 'b/u', 'default']);
  await expect(used('c')).rejects.toMatchObject({ number: 550001, message: "no CPI is called 'c'; CPI configs have 'a', 'b'" });
});

test('one that stays as it was is used on, a changed one made anew, one that is gone closed; a deleted config counts no more', async () => {
  await set('cpis: [{name: a, type: t}, {name: b, type: u}, {name: c, type: v}]');
  await Promise.all(['a', 'b', 'c', 'a'].map(used));
  await set('cpis: [{name: a, type: t}, {name: b, type: u, properties: {x: 1}}, {name: renamed, type: v}]');
  expect([await used('a'), await used('b'), await used('renamed')]).toEqual(['a/t', 'b/u', 'c/v']);
  expect({ made, closed }).toEqual({ made: ['a/t', 'b/u', 'c/v', 'b/u'], closed: ['b/u'] });
  await store.write((tx) => tx.configs.update({ type: 'cpi' }, { deleted: true }));
  expect(await registry.known()).toEqual([{ name: '', formerNames: [] }]);
  expect(closed.sort()).toEqual(['a/t', 'b/u', 'b/u', 'c/v']);
});

test('one that is gone is closed when its last call has ended', async () => {
  await set('cpis: [{name: a, type: t}]');
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const call = registry.use('a', () => {
    begun.resolve();
    return gate.promise;
  });
  await begun.promise;
  await set('cpis: []');
  await registry.known();
  expect(closed).toEqual([]);
  gate.resolve();
  await call;
  expect(closed).toEqual(['a/t']);
  await registry.close();
  expect(closed).toEqual(['a/t', 'default']);
});

test('a config that cannot be read stops no call of the own CPI, and says where it is wrong', async () => {
  await set('cpis:\n- {name: a, type: t, properties: {password: ((secret))}}\n');
  expect(await used('')).toBe('default');
  await expect(used('a')).rejects.toMatchObject({
    code: 'CpiPlaceholderUnresolved',
    number: 540009,
    message: expect.stringContaining('((secret))'),
    where: { document: "cpi config 'default'", pointer: '/cpis/0/properties/password', line: 2 },
  });
});
