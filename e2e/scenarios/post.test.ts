import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Fixtures } from '../fixtures/build.js';
import { freshStack } from '../stack/home.js';
import { cli, root } from '../stack/paths.js';
import type { Stack } from '../stack/stack.js';
import { type Step, steps, typeSteps } from '../walkthrough/steps.js';
import { openTerminal, type Terminal, type Typed } from '../walkthrough/terminal.js';
import { allowedDifferences, differenceRows } from './post-differences.js';
import { type Post, readInstances, readPost } from './post-text.js';

describe('the post, checked', () => {
  let stack: Stack;
  let fixtures: Fixtures;
  let remove: () => Promise<void>;
  let terminal: Terminal;
  let list: Step[];
  let shown = '';
  const typed = new Map<string, Typed>();
  const outputOf = (name: string): string => stripVTControlCharacters(typed.get(name)?.output ?? '');
  const instanceId = (): string => /nginx\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s/.exec(outputOf('instances'))?.[1] ?? '';

  beforeAll(async () => {
    ({ stack, fixtures, remove } = await freshStack());
    const password = /^admin_password: (\S+)$/m.exec(readFileSync(stack.up.creds, 'utf8'))?.[1] ?? '';
    list = steps(fixtures, password);
    terminal = await openTerminal([process.execPath, cli, 'lab', 'shell'], {
      cwd: stack.work,
      env: stack.env,
      show: (text) => {
        shown += text;
      },
    });
    const result = await typeSteps(terminal, list);
    for (const one of result.typed) typed.set(one.name, one);
    expect(result.failed, shown).toBeUndefined();
  });
  afterAll(async () => {
    await terminal?.close();
    await remove?.();
  });

  /** The same parts as the post's, of what was typed, used and printed here. */
  function here(): Post {
    // around the questions the CLI says where and that it worked, which the post leaves out
    const asked = outputOf('log-in')
      .split('\n')
      .filter((line) => line.includes(' ():'));
    return {
      commands: list.map(({ command }) => `${command}\n`).join(''),
      prompts: asked.map((line) => `${line.trimEnd()}\n`).join(''),
      cloudConfig: readFileSync(join(stack.work, 'cloud-config-vsphere-ipv6.yml'), 'utf8'),
      ...readInstances(outputOf('instances')),
    };
  }

  it('differs from the post in the documented rows only, and in each of them', () => {
    const post = readPost();
    const allowed = allowedDifferences(fixtures, instanceId());
    expect(Object.keys(allowed)).toEqual(differenceRows());
    for (const [id, differences] of Object.entries(allowed)) {
      for (const difference of differences) {
        const before = post[difference.in];
        post[difference.in] = before.replace(difference.from, difference.to);
        expect(post[difference.in], `row ${id} is not needed`).not.toBe(before);
      }
    }
    expect(here()).toEqual(post);
  });

  it('asks for email and password as the post shows, and keeps the password to itself', () => {
    expect(outputOf('log-in')).toContain('Email (): admin\nPassword (): ');
    expect(outputOf('log-in')).not.toContain(outputOf('password').trim());
    expect(outputOf('password').trim()).not.toBe('');
  });

  it("deploys the manifest with the post's instance group networks", () => {
    const excerpt: unknown = parse(readFileSync(join(root, 'e2e/fixtures/post/instance-group.yml'), 'utf8'));
    expect(parse(readFileSync(join(stack.work, 'nginx-ipv46.yml'), 'utf8'))).toMatchObject(excerpt as object);
  });

  it('shows what it does while it compiles and updates', () => {
    const deployed = outputOf('deploy');
    for (const words of ['Task ', 'Compiling packages: nginx/', 'Updating instance nginx: nginx/', 'Started ', 'Finished ', 'done'])
      expect(deployed).toContain(words);
  });
});
