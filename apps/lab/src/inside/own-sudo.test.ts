import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copySudo, ownSudo } from './own-sudo.js';
import { vmMounts } from './vm-mounts.js';

let place: string;
let root: string;
let machines: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'bosh6-own-'));
  root = join(place, 'root');
  machines = join(place, 'sudo');
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(machines, 'a program');
});
afterEach(() => rmSync(place, { recursive: true }));

const table = (ownUsr: boolean): string =>
  vmMounts({ base: '/base', directory: '/v', stemcellRoot: root, ownUsr, node: '/n', bundle: '/b', init: '/i' });

it("is a copy where the machine's sudo belongs to somebody else, and stands in its place", async () => {
  // Only root may give files away; an ordinary user's is somebody else's already.
  if (process.getuid?.() === 0) chownSync(machines, 1000, 1000);
  await copySudo(root, machines);
  expect(ownSudo(root)).toEqual({ source: '/opt/lab/sudo/sudo', target: '/usr/bin/sudo' });
  const { mode, uid } = statSync(join(root, 'opt/lab/sudo/sudo'));
  expect([mode & 0o7777, uid]).toEqual([0o4755, process.getuid?.()]);
  expect(readFileSync(join(root, 'etc/sudo.conf'), 'utf8')).toBe('Path plugin_dir /opt/lab/sudo/\n');
  expect(table(false)).toContain('/base/vm/opt/lab/sudo/sudo /base/vm/usr/bin/sudo none bind 0 0');
  expect(table(true)).not.toContain('sudo');
});

it.runIf(process.getuid?.() === 0)("is the machine's where that is root's", async () => {
  await copySudo(root, machines);
  expect(existsSync(join(root, 'etc/sudo.conf'))).toBe(false);
  expect(ownSudo(root)).toBeUndefined();
  expect(table(false)).not.toContain('sudo');
});

it('is nothing where the machine has none', async () => {
  await copySudo(root, join(place, 'none'));
  expect(ownSudo(root)).toBeUndefined();
});
