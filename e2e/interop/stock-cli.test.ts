import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fixtures } from '../fixtures/build.js';
import { freshStack } from '../stack/home.js';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { steps } from '../walkthrough/steps.js';
import { openTerminal, type Terminal, type Typed } from '../walkthrough/terminal.js';

/** The stock `bosh`, built from e2e/stock-cli: its path in BOSH6_STOCK_CLI. */
const stock = process.env.BOSH6_STOCK_CLI;

describe.skipIf(stock === undefined)('the stock CLI against our Director', () => {
  let stack: Stack;
  let fixtures: Fixtures;
  let remove: () => Promise<void>;
  let terminal: Terminal;
  const typed = new Map<string, Typed>();
  const type = async (command: string): Promise<Typed> => {
    const one = await terminal.type(command, [{ prompt: 'Continue? [yN]: ', reply: 'y' }]);
    expect(one.exitCode, one.output).toBe(0);
    return one;
  };
  beforeAll(async () => {
    ({ stack, fixtures, remove } = await freshStack());
    const bin = join(stack.work, 'bin');
    mkdirSync(bin);
    symlinkSync(stock ?? '', join(bin, 'bosh'));
    chmodSync(stack.work, 0o755);
    terminal = await openTerminal([process.execPath, cli, 'lab', 'shell'], { cwd: stack.work, env: stack.env, show: () => {} });
    await terminal.type(`export PATH=${bin}:$PATH HOME=${stack.work}; hash -r`);
  });
  afterAll(async () => {
    await terminal?.close();
    await remove?.();
  });

  it('is the stock one', async () => {
    expect((await type('bosh --version')).output).toMatch(/^version /);
  });

  it('takes the walkthrough, steps 1 to 6', async () => {
    const password = (
      await run([process.execPath, cli, 'int', '--path', '/admin_password', 'creds.yml'], { cwd: stack.work, env: stack.env })
    ).stdout.trim();
    for (const step of steps(fixtures, password)) {
      // update-config lost its positional type in v3.0.1
      const command = step.command.replace(/update-config cloud (\S+) --name (\S+)/, 'update-config --type cloud --name $2 $1');
      const one = await terminal.type(command, step.answers);
      expect(one.exitCode, one.output).toBe(0);
      typed.set(step.name, one);
    }
    const table = typed.get('instances')?.output ?? '';
    expect(table).toContain("as user 'admin' (openid, bosh.admin)");
    expect(table).toContain('10.0.9.165');
    expect(table).toContain('2601:646:100:69f1::165');
  });

  it('sees a second deploy as a no-op', async () => {
    expect((await type('bosh -e ipv4 -d nginx deploy nginx-ipv46.yml')).output).not.toContain('Updating instance');
  });

  it('recreates the VM for a changed address', async () => {
    const before = (await stack.lab.status()).vms[0]?.cid;
    await type("sed 's/10.0.9.165/10.0.9.164/' nginx-ipv46.yml > changed.yml");
    expect((await type('bosh -e ipv4 -d nginx deploy changed.yml')).output).toContain('Updating instance');
    expect((await stack.lab.status()).vms[0]?.cid).not.toBe(before);
  });

  it.each(['stemcells', 'releases', 'deployments', 'tasks --recent', 'configs', 'vms', 'locks', 'env', '-d nginx manifest'])(
    'lists: %s',
    async (words) => {
      await type(`bosh -e ipv4 ${words}`);
    },
  );

  it('deletes the deployment and its orphaned disk', async () => {
    await type('bosh -e ipv4 -d nginx delete-deployment');
    const [disk] = (await stack.lab.status()).disks;
    expect((await type('bosh -e ipv4 disks --orphaned')).output).toContain(disk?.cid);
    await type(`bosh -e ipv4 delete-disk ${disk?.cid}`);
    expect((await stack.lab.status()).disks).toEqual([]);
  });
});
