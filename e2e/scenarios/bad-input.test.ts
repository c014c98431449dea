import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fixtures } from '../fixtures/build.js';
import { expectDone } from '../stack/done.js';
import { freshStack, prepare } from '../stack/home.js';
import { inventory } from '../stack/inventory.js';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { deployTiny, newestTask } from './tiny.js';

describe('bad input', () => {
  let stack: Stack;
  let fixtures: Fixtures;
  let remove: () => Promise<void>;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    ({ stack, fixtures, remove } = await freshStack());
    await prepare(stack, fixtures);
  });
  afterAll(() => remove?.());

  beforeEach(async () => {
    before = await inventory(stack);
  });
  // whatever went wrong, the next correct deploy works, and leaves no more than a deploy does
  afterEach(async () => {
    expectDone(await deployTiny(stack));
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'delete-deployment']));
    expect(await inventory(stack)).toEqual(before);
  });

  /** That a deploy was refused with BOSH's number, said where, and left nothing. */
  async function refused(ran: Ran, code: number, ...words: RegExp[]): Promise<void> {
    const said = `${ran.stdout}\n${ran.stderr}`;
    expect(ran.code, said).toBe(6);
    const task = await newestTask(stack);
    expect(task, said).toMatchObject({ state: 'error', error: { code } });
    for (const word of words) expect(said).toMatch(word);
    expect(await inventory(stack)).toEqual(before);
  }

  /** A file that the lab's bosh.io serves. */
  function serve(path: string): { file: string; url: string } {
    const file = join(stack.home, 'internet', path);
    mkdirSync(dirname(file), { recursive: true });
    return { file, url: `https://bosh.io/${path}` };
  }

  it('wrong type', async () => {
    await refused(await deployTiny(stack, 'instances: 1', 'instances: [1]'), 40000, /bad\.yml:\d+:\d+/);
  });
  it('unknown network', async () => {
    await refused(await deployTiny(stack, 'name: default', 'name: elsewhere'), 150001, /elsewhere/, /bad\.yml:\d+:\d+/);
  });
  it('unknown AZ', async () => {
    await refused(await deployTiny(stack, '[z1]', '[z9]'), 140018, /z9/, /bad\.yml:\d+:\d+/);
  });
  it('address outside the range', async () => {
    await refused(await deployTiny(stack, '10.0.9.163', '10.0.10.163'), 150002, /10\.0\.10\.163/, /bad\.yml:\d+:\d+/);
  });
  it('duplicate static IP', async () => {
    await refused(await deployTiny(stack, '[10.0.9.163]', '[10.0.9.163, 10.0.9.163]'), 150009, /10\.0\.9\.163/, /bad\.yml:\d+:\d+/);
  });
  it('static IP with a prefix length, with a zone, in brackets, reversed', async () => {
    for (const [text, code, word] of [
      ['10.0.9.163/24', 150002, /without '\/24': '10\.0\.9\.163'/],
      ['"fe80::1%eth0"', 160010, /leave out the zone '%eth0'/],
      ['"[2001:db8::1]"', 160010, /leave out the brackets/],
      ['10.0.9.165-10.0.9.163', 160010, /'10\.0\.9\.163-10\.0\.9\.165'/],
    ] as const)
      await refused(await deployTiny(stack, '10.0.9.163', text), code, word, /bad\.yml:\d+:\d+/);
  });
  it('key that is there twice', async () => {
    const ran = expectDone(await deployTiny(stack, '  instances: 1\n', '  instances: 2\n  instances: 1\n'));
    expect(ran.stderr).toMatch(/bad\.yml, line \d+: key 'instances' is already in line \d+; the last one counts/);
  });
  it('reserved static IP', async () => {
    await refused(await deployTiny(stack, '10.0.9.163', '10.0.9.100'), 150002, /10\.0\.9\.100/, /bad\.yml:\d+:\d+/);
  });
  it('unknown release', async () => {
    await refused(await deployTiny(stack, /\bbroken\b/g, 'nowhere'), 30005, /nowhere/);
  });
  it('unknown stemcell', async () => {
    await refused(await deployTiny(stack, 'os: debian-bookworm', 'os: debian-sarge'), 50003, /debian-sarge/);
  });
  it('template error', async () => {
    await refused(await deployTiny(stack, 'name: sleeper\n    release', 'name: template-error\n    release'), 100, /missing/, /line 2/);
  });
  it('failing packaging script', async () => {
    await refused(await deployTiny(stack, 'name: sleeper\n    release', 'name: uses-broken-package\n    release'), 450001, /broken/);
  });
  it('job that never becomes healthy', async () => {
    const ran = await deployTiny(stack, 'name: sleeper\n    release', 'name: never-healthy\n    release');
    const said = `${ran.stdout}\n${ran.stderr}`;
    expect(await newestTask(stack), said).toMatchObject({ state: 'error', error: { code: 400007 } });
    expect(said).toContain('never-healthy');
  });
  it('VM creation that fails', async () => {
    // a foreign machine has the address: the VM's agent finds it before it takes it
    const director = await stack.lab.enterArgv('director');
    const links = JSON.parse((await run([...director, 'ip', '-j', '-4', 'addr', 'show', 'to', '10.0.9.151'])).stdout) as {
      ifname: string;
    }[];
    const nic = links[0]?.ifname ?? '';
    expectDone(await run([...director, 'ip', 'addr', 'add', '10.0.9.163/32', 'dev', nic]));
    try {
      const ran = await deployTiny(stack);
      const said = `${ran.stdout}\n${ran.stderr}`;
      expect(await newestTask(stack), said).toMatchObject({ state: 'error' });
      expect(said).toContain('10.0.9.163');
      expect(await inventory(stack)).toEqual(before);
    } finally {
      expectDone(await run([...director, 'ip', 'addr', 'del', '10.0.9.163/32', 'dev', nic]));
    }
  });

  it('wrong digest', async () => {
    const wrong = '0123456789012345678901234567890123456789';
    await refused(await stack.bosh(['-e', 'ipv4', 'ur', fixtures.release.url, '--sha1', wrong]), 30015, new RegExp(fixtures.release.sha1));
    await refused(
      await stack.bosh(['-e', 'ipv4', 'us', fixtures.stemcell.url, '--sha1', wrong, '--fix']),
      50007,
      new RegExp(fixtures.stemcell.sha1),
    );
  });
  it('truncated tarball', async () => {
    const { file, url } = serve('d/github.com/bad/truncated?v=1');
    copyFileSync(fixtures.release.path, file);
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
    await refused(await stack.bosh(['-e', 'ipv4', 'ur', url]), 30002);
  });
  it.each([
    ['../', ['--transform', 's,escaped,../escaped,']],
    ['an absolute path', ['--transform', 's,^./escaped,/escaped,']],
  ])('tarball with %s', async (name, transform) => {
    const { file, url } = serve(`d/github.com/bad/${name.replaceAll(/\W/g, '') || 'dots'}?v=1`);
    const tree = join(stack.work, 'tree');
    mkdirSync(tree, { recursive: true });
    writeFileSync(join(tree, 'escaped'), 'x');
    writeFileSync(join(tree, 'release.MF'), 'name: bad\nversion: 1\njobs: []\npackages: []\ncommit_hash: x\nuncommitted_changes: false\n');
    execFileSync('tar', ['-czPf', file, ...transform, '-C', tree, './release.MF', './escaped']);
    await refused(await stack.bosh(['-e', 'ipv4', 'ur', url]), 30002, /escaped/);
  });
  it('tarball with a link out of its root', async () => {
    const { file, url } = serve('d/github.com/bad/link?v=1');
    const tree = join(stack.work, 'links');
    mkdirSync(tree, { recursive: true });
    execFileSync('ln', ['-sf', '/etc/passwd', join(tree, 'escaped')]);
    writeFileSync(join(tree, 'release.MF'), 'name: bad\nversion: 1\njobs: []\npackages: []\ncommit_hash: x\nuncommitted_changes: false\n');
    execFileSync('tar', ['-czf', file, '-C', tree, './release.MF', './escaped']);
    await refused(await stack.bosh(['-e', 'ipv4', 'ur', url]), 30002, /escaped/);
  });
});
