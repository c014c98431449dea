import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../../stack/done.js';
import { freshStack, prepare } from '../../stack/home.js';
import { cli, manifests } from '../../stack/paths.js';
import { type Ran, run } from '../../stack/run.js';
import type { Stack } from '../../stack/stack.js';
import { differences } from './differences.js';
import { steps } from './steps.js';

/** The stock `bosh`: its path in BOSH6_STOCK_CLI; without it there is nothing to compare with, and this is skipped. */
const stock = process.env.BOSH6_STOCK_CLI;
const ours = [process.execPath, cli];

describe.skipIf(stock === undefined)('the stock CLI (BOSH6_STOCK_CLI) and bosh6 on the same Director', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  const names = new Map<string, string>();
  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    copyFileSync(join(manifests, 'tiny.yml'), join(stack.work, 'tiny.yml'));
    writeFileSync(join(stack.work, 'config.yml'), 'azs: []\n');
    expectDone(await type(ours, 'deploy tiny.yml'));
    const { stdout } = await type(ours, 'instances --json');
    const [table] = (JSON.parse(stdout) as { Tables: { Rows: { instance: string }[] }[] }).Tables;
    names.set('ID', table?.Rows[0]?.instance.split('/')[1] ?? '');
    names.set('STEMCELL', `${fresh.fixtures.stemcell.name}/${fresh.fixtures.stemcell.version}`);
  });
  afterAll(() => remove?.());

  /** At the workstation, as in a terminal without colours, of the one deployment, every question answered with yes. */
  async function type(argv: readonly string[], line: string): Promise<Ran> {
    const words = line
      .split(' ')
      .map((word) => [...names].reduce((text, [name, value]) => text.replace(new RegExp(`\\b${name}\\b`), value), word));
    const enter = await stack.lab.enterArgv('workstation', { cwd: stack.work, env: { HOME: stack.work, NO_COLOR: '1' } });
    const env = { ...stack.env, NO_COLOR: '1' };
    return run([...enter, ...argv, '-n', '--tty', '-e', 'ipv4', '-d', 'tiny', ...words], { cwd: stack.work, env });
  }

  for (const [group, all] of Object.entries(steps))
    it(group, { timeout: 600_000 }, async () => {
      const differing: Record<string, object> = {};
      for (const step of all) {
        if ('stock' in step) {
          expectDone(await type([stock ?? ''], step.stock));
          continue;
        }
        const [theirs, mine] = [await type([stock ?? ''], step.read), await type(ours, step.read)];
        const unexpected = [theirs, mine].filter(({ code }) => (code !== 0) !== (step.fails === true));
        if (unexpected.length > 0) {
          differing[step.read] = { note: step.fails ? 'is to fail' : 'is to succeed', unexpected };
          continue;
        }
        const [wanted, seen] = [theirs, mine].map(compared);
        const same = JSON.stringify(wanted) === JSON.stringify(seen);
        if (same === (differences[step.read] === undefined)) continue;
        differing[step.read] = same ? { note: 'no longer differs' } : { wanted, seen };
      }
      expect(differing).toEqual({});
    });

  it('explains no difference of a command that is not compared', () => {
    const lines = Object.values(steps).flatMap((all) => all.flatMap((step) => ('read' in step ? [step.read] : [])));
    expect(Object.keys(differences).filter((line) => !lines.includes(line))).toEqual([]);
  });
});

/** Lines, without the numbers and times of the tasks that each CLI has begun to read them. Of a failure our words are other ones, on purpose. */
function compared({ code, stdout }: Ran): object {
  if (code !== 0) return { failed: true };
  const lines = stdout.replaceAll(/\bTask \d+\b/g, 'Task N').split('\n');
  return { lines: lines.map((line) => (line.startsWith('Task N') ? line.replaceAll(/\d\d:\d\d:\d\d/g, '00:00:00') : line)) };
}
