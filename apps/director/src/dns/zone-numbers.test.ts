import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { expect, test } from 'vitest';
import { storeConfig } from '../configs/stored-configs.js';
import type { Services } from '../http/services.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Caller } from '../uaa/token-service.js';
import { zoneNumbers } from './zone-numbers.js';

test('the AZs of a cloud config have numbers when it comes, whether or not anything is in them, and keep them', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'bosh6-zones-'));
  const store = await openSqliteStore(join(dir, 'db'));
  try {
    const permissions = { require: () => undefined } as unknown as Services['permissions'];
    const caller = { name: 'admin', scopes: ['bosh.admin'] } as unknown as Caller;
    const post = (type: string, content: string) =>
      storeConfig({ store, world: realWorld(), permissions }, { type, name: 'zones', content }, caller);
    await post('cloud', 'azs: [{name: z2}, {name: z1}, nothing]\n');
    const numbers = await zoneNumbers(store.read);
    expect(Object.keys(numbers).sort()).toEqual(['z1', 'z2']);
    await post('cloud', 'azs: [{name: z2}]\n');
    await post('cloud', 'azs: none\n');
    await post('other', 'azs: [{name: z3}]\n');
    expect(await zoneNumbers(store.read)).toEqual(numbers);
  } finally {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  }
});
