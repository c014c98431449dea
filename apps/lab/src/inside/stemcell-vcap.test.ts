import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeVcap } from './stemcell-vcap.js';

let root: string;
const at = (name: string): string => path.join(root, name);
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'vcap-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it("makes the agent's directories where the stemcell brings nothing", async () => {
  await makeVcap(at('stemcell'), at('vm'));
  for (const name of ['bin', 'log']) expect(existsSync(at(`vm/vcap/bosh/${name}`))).toBe(true);
});

it.each(['stemcell/var', 'stemcell/var/vcap'])("takes nothing of the machine's own by way of a link at %s", async (link) => {
  const inside = path.join(at('outside'), path.relative(at(link), at('stemcell/var/vcap/bosh')));
  await mkdir(inside, { recursive: true });
  await writeFile(path.join(inside, 'mine'), 'mine');
  await mkdir(path.dirname(at(link)), { recursive: true });
  await symlink(at('outside'), at(link));
  await makeVcap(at('stemcell'), at('vm'));
  expect(existsSync(at('vm/vcap/bosh/mine'))).toBe(false);
});

it('takes what the stemcell brings, without a way out of the VM for what the lab writes', async () => {
  await mkdir(at('stemcell/var/vcap/bosh/bin'), { recursive: true });
  await mkdir(at('outside'));
  await writeFile(at('outside/file'), 'mine');
  await writeFile(at('stemcell/var/vcap/bosh/bin/bosh-agent'), 'stock', { mode: 0o755 });
  await symlink(at('outside/file'), at('stemcell/var/vcap/bosh/bin/node'));
  await symlink(at('outside'), at('stemcell/var/vcap/bosh/log'));
  await makeVcap(at('stemcell'), at('vm'));
  expect(readFileSync(at('vm/vcap/bosh/bin/bosh-agent'), 'utf8')).toBe('stock');
  await writeFile(at('vm/vcap/bosh/bin/node'), '');
  await writeFile(at('vm/vcap/bosh/log/current'), '');
  expect(readFileSync(at('outside/file'), 'utf8')).toBe('mine');
  expect(existsSync(at('outside/current'))).toBe(false);
});
