import { CodedError, realWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './open-store.js';
import type { Store } from './store.js';
import { type OpenedStore, storeKinds } from './stores.test.suite.js';
import { rowsAtOnce } from './table.js';

const config = (name: string) => ({ type: 'cloud', name, content: '{}', deleted: false, createdAt: 1 });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (CodedError.is(error) ? error.code : error),
  );

describe.each(storeKinds)('a store on $name', (kind) => {
  let opened: OpenedStore;
  let store: Store;
  beforeEach(async () => {
    opened = await kind.open();
    store = opened.store;
  });
  afterEach(() => opened.close());
  const names = async (of: Store = store): Promise<string[]> => (await of.read.configs.all()).map((row) => row.name);

  it('keeps 100 interleaved transactions apart, of which every third fails', async () => {
    const all = Array.from({ length: 100 }, (_, i) =>
      store.write(async (tx) => {
        await tx.configs.insert(config(`a${i}`));
        await turn();
        if (i % 3 === 0) throw new TypeError('on purpose');
        await tx.configs.insert(config(`b${i}`));
        return i;
      }),
    );
    const ended = await Promise.allSettled(all);
    const expected = ended.flatMap((result, i) => (result.status === 'fulfilled' ? [`a${i}`, `b${i}`] : []));
    expect(expected).toHaveLength(132);
    expect(await names()).toEqual(expected);
    expect(ended[0]).toEqual({ status: 'rejected', reason: new TypeError('on purpose') });
  });

  it('reads more rows than a page has, and those of one name only', async () => {
    const rows = Array.from({ length: 2 * rowsAtOnce }, (_, i) => config(i % 2 === 0 ? 'even' : 'odd'));
    const inserted = await store.write((tx) => tx.configs.insertAll(rows));
    const ids = (all: readonly { id: number }[]): number[] => all.map(({ id }) => id);
    expect(ids(await store.read.configs.all())).toEqual(ids(inserted));
    expect(ids(await store.read.configs.all({ name: 'odd' }))).toEqual(ids(inserted.filter(({ name }) => name === 'odd')));
    expect(ids(await store.read.configs.byIds(ids(inserted).reverse()))).toEqual(ids(inserted));
  });

  it('gives two writers that read before they write each other’s result', async () => {
    const other = await opened.other();
    const grow = (of: Store) =>
      of.write(async (tx) => {
        const row = await tx.attributes.find({ name: 'n' });
        await turn();
        if (row === undefined) await tx.attributes.insert({ name: 'n', value: '1' });
        else await tx.attributes.update({ name: 'n' }, { value: String(Number(row.value) + 1) });
      });
    await Promise.all(Array.from({ length: 40 }, (_, i) => grow(i % 2 === 0 ? store : other)));
    expect(await store.read.attributes.get('n')).toBe('40');
  });

  it('shows readers only what was committed', async () => {
    await store.write(async (tx) => {
      await tx.configs.insert(config('x'));
      expect(await store.read.configs.count()).toBe(0);
      expect(await tx.configs.count()).toBe(1);
    });
    expect(await store.read.configs.count()).toBe(1);
  });

  it('lets nobody write through the readers', async () => {
    expect(await codeOf(store.read.configs.insert(config('x')))).toBe('DatabaseReadOnly');
    expect(await codeOf(store.read.configs.delete({ name: 'x' }))).toBe('DatabaseReadOnly');
    expect(await names()).toEqual([]);
  });

  it('keeps nothing of a snapshot', async () => {
    await store.snapshot((tx) => tx.configs.insert(config('x'))).catch(() => undefined);
    expect(await names()).toEqual([]);
    expect(await codeOf(store.snapshot(() => Promise.reject(new TypeError('mine'))))).toEqual(new TypeError('mine'));
  });

  it('shows a snapshot one state, whatever is written meanwhile', async () => {
    const second = await openStore(opened.config, realWorld());
    try {
      await store.write((tx) => tx.configs.insert(config('before')));
      const seen = await store.snapshot(async (tx) => {
        const first = await tx.configs.count();
        await second.write((other) => other.configs.insert(config('meanwhile')));
        return [first, await tx.configs.count(), await second.read.configs.count()];
      });
      expect(seen).toEqual([1, 1, 2]);
    } finally {
      await second.close();
    }
  });

  it('refuses a transaction inside a transaction', async () => {
    expect(await codeOf(store.write(() => store.write(async () => 1)))).toBe('NestedWrite');
    expect(await codeOf(store.write(() => store.snapshot(async () => 1)))).toBe('NestedWrite');
    expect(await codeOf(store.snapshot(() => store.write(async () => 1)))).toBe('NestedWrite');
    expect(await codeOf(store.snapshot(() => store.snapshot(async () => 1)))).toBe('NestedWrite');
    await store.write((tx) => tx.configs.insert(config('after')));
    expect(await names()).toEqual(['after']);
  });

  it('undoes a transaction in which a statement failed, though nobody looked', async () => {
    const work = store.write(async (tx) => {
      await tx.configs.insert(config('before'));
      await tx.releases.insert({ name: 'twice' });
      await tx.releases.insert({ name: 'twice' }).catch(() => undefined);
      await tx.configs.insert(config('after')).catch(() => undefined);
    });
    expect(await codeOf(work)).toBe('DatabaseStatementFailed');
    expect(await names()).toEqual([]);
    expect(await store.read.releases.count()).toBe(0);
  });

  it('takes statements of one transaction at once, and waits for those that nobody awaits', async () => {
    await store.write(async (tx) => {
      void tx.configs.insert(config('unheard'));
      await Promise.all(['a', 'b', 'c'].map((name) => tx.configs.insert(config(name))));
      void tx.configs.insert(config('last'));
    });
    expect(await names()).toEqual(['unheard', 'a', 'b', 'c', 'last']);
  });

  it('puts no value of a row into an error', async () => {
    const secret = { deploymentId: 1, name: '/password', type: 'password', value: 'hunter2', createdAt: 1 };
    const error: unknown = await store
      .write(async (tx) => {
        await tx.variables.insert(secret);
        await tx.variables.insert(secret);
      })
      .catch((e: unknown) => e);
    expect(CodedError.is(error, 'DatabaseStatementFailed')).toBe(true);
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hunter2');
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });

  it('gives rows back as they went in: bytes, booleans, JSON with its order of keys, times, nothing', async () => {
    const json = { z: 1, a: [null, { deep: '\u0000"\\ü' }], m: 'ü' };
    const deployment = {
      name: 'n',
      manifestText: null,
      cloudConfigIds: [1, 2],
      runtimeConfigIds: [],
      releaseVersionIds: [],
      stemcellIds: [],
      teams: ['ops'],
    };
    await store.write((tx) => tx.deployments.insert(deployment));
    expect(await store.read.deployments.find({ name: 'n' })).toEqual({ id: 1, ...deployment });
    const intent = {
      taskId: null,
      kind: 'create_vm',
      requestId: 'r',
      payload: json,
      state: 'open',
      outcome: {},
      createdAt: 1_764_000_000_000,
    };
    const inserted = await store.write((tx) => tx.intents.insert(intent as never));
    const found = await store.read.intents.find({ requestId: 'r' });
    expect(found).toEqual({ ...intent, id: inserted.id });
    expect(Object.keys(found?.payload as object)).toEqual(['z', 'a', 'm']);
    const row = await store.write((tx) => tx.configs.insert(config('x')));
    await store.write((tx) => tx.configs.update({ id: row.id }, { deleted: true, createdAt: 1_764_000_000_123 }));
    expect(await store.read.configs.find({ deleted: true })).toEqual({
      ...config('x'),
      id: row.id,
      deleted: true,
      createdAt: 1_764_000_000_123,
      team: null,
    });
    expect(await store.read.configs.find({ deleted: false })).toBeUndefined();
  });

  it('takes any text: megabytes, every script, what a process printed', async () => {
    const content = `${'ü😀\r\n\t\\'.repeat(200_000)}`;
    await store.write((tx) => tx.configs.insert({ ...config('long'), content }));
    expect((await store.read.configs.find({ name: 'long' }))?.content === content).toBe(true);
    await store.write((tx) => tx.configs.insert(config('a\0b')));
    expect(await store.read.configs.count()).toBe(2);
  });

  it('sorts keys by their bytes, not by the habits of a language', async () => {
    const keys = ['b', 'B', 'a', 'ä', '_', 'A', 'z'];
    await store.write(async (tx) => {
      for (const name of keys) await tx.attributes.insert({ name, value: name });
    });
    expect((await store.read.attributes.all()).map((row) => row.name)).toEqual(['A', 'B', '_', 'a', 'b', 'z', 'ä']);
  });

  it('numbers what was committed upward', async () => {
    const add = (name: string) => store.write((tx) => tx.releases.insert({ name }));
    const { id: first } = await add('a');
    await store
      .write(async (tx) => {
        await tx.releases.insert({ name: 'undone' });
        throw new TypeError('on purpose');
      })
      .catch(() => undefined);
    const { id: second } = await add('b');
    expect(second).toBeGreaterThan(first);
    expect(await store.read.releases.byIds([second, 99, first])).toEqual([
      { id: first, name: 'a' },
      { id: second, name: 'b' },
    ]);
  });

  it('opens again without running a migration twice', async () => {
    await store.write((tx) => tx.configs.insert(config('x')));
    const second = await openStore(opened.config, realWorld());
    expect(await names(second)).toEqual(['x']);
    await second.close();
  });

  it('gives a lock to one of two Directors', async () => {
    const other = await opened.other();
    const lock = (uid: string, expiredAt: number) => ({ name: 'lock:deployment:nginx', uid, expiredAt, taskId: 1 });
    const take = (of: Store, uid: string, now: number) => of.write((tx) => tx.locks.take(lock(uid, now + 100), now));
    const both = await Promise.all([take(store, 'a', 1000), take(other, 'b', 1000)]);
    expect(both.filter(({ taken }) => taken)).toHaveLength(1);
    const holder = both[0].taken ? 'a' : 'b';
    expect(await take(other, 'c', 1050)).toEqual({ taken: false, holder: lock(holder, 1100) });
    expect(await take(other, 'c', 1100)).toEqual({ taken: true });
  });

  it('is over when it is closed', async () => {
    const late = store.write((tx) => tx.configs.insert(config('late')));
    await store.close();
    await late;
    await expect(store.read.configs.count()).rejects.toThrow();
    opened = await kind.open();
  });
});
