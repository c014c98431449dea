import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Layout } from '../layout.js';
import { KnownHealth } from './known-health.js';

let directory: string;
let isRunning: boolean;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'health-'));
  isRunning = true;
});
afterEach(() => rm(directory, { recursive: true }));

const start = async (): Promise<KnownHealth> => {
  const health = new KnownHealth(new Layout(directory), () => ({ agentId: 'own', isHealthy: isRunning }));
  await health.load();
  return health;
};

test('others are what the Director said last, also after a restart; itself is what it sees', async () => {
  const before = await start();
  expect(['own', 'a', 'b'].map(before.isHealthy)).toEqual([true, true, true]);
  await before.take(['a', 'own']);
  isRunning = false;
  for (const health of [before, await start()]) expect(['own', 'a', 'b'].map(health.isHealthy)).toEqual([false, false, true]);
  isRunning = true;
  await before.take(['b']);
  expect(['own', 'a', 'b'].map(before.isHealthy)).toEqual([true, true, false]);
});

test('a file that is no list is like none', async () => {
  const before = await start();
  await before.take(['a']);
  await writeFile(new Layout(directory).instance('dns', 'unhealthy.json'), '{"a": 1');
  expect((await start()).isHealthy('a')).toBe(true);
});
