import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectDone } from '../../stack/done.js';
import { freshStack, prepare } from '../../stack/home.js';
import { cli } from '../../stack/paths.js';
import { type Ran, run } from '../../stack/run.js';
import type { Stack } from '../../stack/stack.js';
import { compared, listed } from './compared.js';
import { differences } from './differences.js';
import { documentedRoutes } from './documented-routes.js';
import { steps } from './steps.js';

/** The stock `bosh`: its path in BOSH6_STOCK_CLI; without it there is nothing to compare with, and this is skipped. */
const stock = process.env.BOSH6_STOCK_CLI;
const ours = [process.execPath, cli];
const idSchema = z.looseObject({ id: z.string() });
const tools = ['/usr/sbin/sshd', '/usr/bin/ssh', '/usr/bin/scp', '/usr/bin/sudo'];
const canLogIn = tools.every((tool) => existsSync(tool));

describe.skipIf(stock === undefined)('the stock CLI (BOSH6_STOCK_CLI) and bosh6 on the same Director', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  const names = new Map<string, string>();
  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    writeFileSync(join(stack.work, 'config.yml'), 'azs: []\n');
    const manifest = 'tiny-with-errands.yml';
    copyFileSync(join(import.meta.dirname, manifest), join(stack.work, manifest));
    const { url, sha1 } = fresh.fixtures.greeter;
    expectDone(await type(ours, `upload-release ${url} --sha1=${sha1}`));
    expectDone(await type(ours, `deploy ${manifest}`));
    const { stdout } = await type(ours, 'instances --json');
    const [table] = (JSON.parse(stdout) as { Tables: { Rows: { instance: string }[] }[] }).Tables;
    const [, id = ''] = table?.Rows.map(({ instance }) => instance.split('/')).find(([group]) => group === 'sleeper') ?? [];
    names.set('ID', id);
    names.set('TARBALL', fresh.fixtures.broken.path);
    names.set('STEMCELL', `${fresh.fixtures.stemcell.name}/${fresh.fixtures.stemcell.version}`);
  });
  afterAll(() => remove?.());

  const filled = (word: string): string =>
    [...names].reduce((text, [name, value]) => text.replace(new RegExp(`\\b${name}\\b`), value), word);

  /** At the workstation, as in a terminal without colours, of the one deployment, every question answered with yes. */
  async function type(argv: readonly string[], line: string | readonly string[]): Promise<Ran> {
    const words = (typeof line === 'string' ? line.split(' ') : line).map(filled);
    const enter = await stack.lab.enterArgv('workstation', { cwd: stack.work, env: { HOME: stack.work, NO_COLOR: '1' } });
    const env = { ...stack.env, NO_COLOR: '1' };
    return run([...enter, ...argv, '-n', '--tty', '-e', 'ipv4', '-d', 'tiny', ...words], { cwd: stack.work, env });
  }

  it.each(Object.entries(documentedRoutes))('answers the stock CLI as documented: %s', async (route, exchanges) => {
    const [method = ''] = route.split(' ');
    for (const { path, body, type: kind = 'application/json', status, json, text, keep } of exchanges) {
      // JSON is YAML too.
      if (body !== undefined) writeFileSync(join(stack.work, 'body.yml'), filled(JSON.stringify(body)));
      const sent = body === undefined ? [] : ['-H', `Content-Type: ${kind}`, '--body', 'body.yml'];
      const { stdout } = await type([stock ?? ''], ['--json', 'curl', '-i', '-X', method, ...sent, path]);
      const [head = '', ...rest] = (JSON.parse(stdout) as { Blocks: string[] }).Blocks;
      const answer = rest.join('');
      expect(`${path}: ${head.split('\r\n')[0]}\n${answer}`).toMatch(new RegExp(`: HTTP/1.1 ${status} `));
      if (text !== undefined) expect(answer).toBe(text);
      const found = json?.parse(JSON.parse(answer));
      if (keep !== undefined) names.set(keep, idSchema.parse([found].flat()[0]).id);
    }
  });

  for (const [group, all] of Object.entries(steps))
    it.skipIf(group.startsWith('ssh') && !canLogIn)(group, { timeout: 600_000 }, async () => {
      const differing: Record<string, object> = {};
      for (const step of all) {
        if ('stock' in step) {
          expectDone(await type([stock ?? ''], step.stock));
          continue;
        }
        const { read, fails = 0, words } = step;
        const before = listed(stack.work);
        const theirs = await type([stock ?? ''], read);
        const wanted = await compared(theirs, stack.work, before);
        const mine = await type(ours, read);
        const seen = await compared(mine, stack.work, before);
        const codes = [theirs, mine].map(({ code }) => code);
        const cause = words === 'own' ? { cause: undefined } : {};
        const same = JSON.stringify({ ...wanted, ...cause }) === JSON.stringify({ ...seen, ...cause });
        if (codes[0] !== Math.sign(fails) || codes[1] !== fails) differing[read] = { codes, wanted, seen };
        else if (same === read in differences) differing[read] = same ? { note: 'no longer differs' } : { wanted, seen };
      }
      expect(differing).toEqual({});
    });

  it('explains no difference of a command that is not compared', () => {
    const lines = Object.values(steps).flatMap((all) => all.flatMap((step) => ('read' in step ? [step.read] : [])));
    expect(Object.keys(differences).filter((line) => !lines.includes(line))).toEqual([]);
  });
});
