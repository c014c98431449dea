import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fixtures } from '../fixtures/build.js';
import { freshStack, prepare } from '../stack/home.js';
import { cli, manifests } from '../stack/paths.js';
import type { Stack } from '../stack/stack.js';
import { ctrlC, openTerminal, type Terminal } from '../walkthrough/terminal.js';
import { newestTask } from './tiny.js';

describe('Ctrl-C while a deploy is followed', () => {
  let stack: Stack;
  let fixtures: Fixtures;
  let remove: () => Promise<void>;
  let terminal: Terminal;
  beforeAll(async () => {
    ({ stack, fixtures, remove } = await freshStack());
    await prepare(stack, fixtures);
    copyFileSync(join(manifests, 'tiny.yml'), join(stack.work, 'tiny.yml'));
    terminal = await openTerminal([process.execPath, cli, 'lab', 'shell'], { cwd: stack.work, env: stack.env, show: () => {} });
  });
  afterAll(async () => {
    await terminal?.close();
    await remove?.();
  });

  it('leaves the task running, says how to follow it, and that command sees it end well', async () => {
    const stopped = await terminal.type('bosh -e ipv4 -d tiny deploy tiny.yml', [
      { prompt: 'Continue? [yN]: ', reply: 'y' },
      { prompt: 'Preparing deployment', key: ctrlC },
    ]);
    const said = stripVTControlCharacters(stopped.output);
    expect(stopped.exitCode, said).toBe(7);
    const [, command = '', id] = /follow it again with `(bosh6 .*task (\d+))`/.exec(said) ?? [];
    expect(command, said).toBe(`bosh6 -e ipv4 task ${id}`);
    expect(said).toContain(`Task ${id} keeps running`);
    expect(said).not.toContain(`Task ${id} done`);
    expect(await newestTask(stack)).toMatchObject({ id, state: 'processing' });

    const followed = await terminal.type(command);
    const rest = stripVTControlCharacters(followed.output);
    expect(followed.exitCode, rest).toBe(0);
    expect(rest).toContain('Updating instance sleeper');
    expect(rest).toMatch(new RegExp(`^Task ${id} done$`, 'm'));
    expect(await newestTask(stack)).toMatchObject({ id, state: 'done' });
    const instances = await stack.bosh(['-e', 'ipv4', '-d', 'tiny', 'instances']);
    expect(instances.stdout).toMatch(/sleeper\/\S+\s+running/);
  });
});
