import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Layout } from '../layout.js';
import { silentLog } from '../log.js';
import { DummyPlatform } from '../platform/dummy-platform.js';
import { SettingsService } from '../settings/settings-service.js';
import { fileSource } from '../settings/settings-source.js';
import { Disks } from './disks.js';

let directory: string;
let layout: Layout;
let platform: DummyPlatform;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'disks-'));
  layout = new Layout(directory);
  platform = new DummyPlatform(layout);
  await mkdir(layout.bosh('disks'), { recursive: true });
  await writeFile(layout.bosh('settings-source.json'), JSON.stringify({ agent_id: 'a', vm: { name: 'a' } }));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** As an agent has them that begins on this machine. */
async function begin(): Promise<Disks> {
  const settings = new SettingsService(layout, [fileSource(layout.bosh('settings-source.json'))], silentLog);
  await settings.load();
  return new Disks(layout, settings, platform);
}

async function mount(disks: Disks, cid: string): Promise<void> {
  await mkdir(layout.bosh('disks', cid));
  await disks.add(cid, { path: layout.bosh('disks', cid) });
  await disks.mount(cid);
}

test('the next agent makes the store writable again that one left read-only which was killed while it copied it', async () => {
  const killed = await begin();
  await mount(killed, 'old');
  await mount(killed, 'new');
  await platform.remountReadOnly(layout.store);
  const next = await begin();
  await next.mountLast();
  expect(platform.readOnly).toEqual(new Set());
  expect(await next.mounted()).toEqual(['old', 'new']);
  await writeFile(join(layout.store, 'kept'), 'yes');
  await next.migrate();
  expect(await next.mounted()).toEqual(['new']);
  expect(await readFile(join(layout.store, 'kept'), 'utf8')).toBe('yes');
});

test('the next agent binds no disk beside the one that the store was moved to: the former finds the store free when that goes', async () => {
  const killed = await begin();
  await mount(killed, 'old');
  await platform.unmount(layout.store);
  await killed.add('new', { path: layout.bosh('disks/new') });
  await mkdir(layout.bosh('disks/new'));
  await platform.bindMount(layout.bosh('disks/new'), layout.store);
  const next = await begin();
  await next.mountLast();
  expect(await next.mounted()).toEqual(['new']);
  await next.unmount('new');
  await next.mount('old');
  expect(await next.isMounted(layout.store)).toBe(true);
});

test('a machine that began anew has the last disk on its store', async () => {
  const before = await begin();
  await mount(before, 'only');
  await platform.unmount(layout.store);
  const next = await begin();
  await next.mountLast();
  expect(await next.mounted()).toEqual(['only']);
});
