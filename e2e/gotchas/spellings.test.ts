import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { cli } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';
import { openScene, type Scene } from './scene.js';

/** Gotchas 1, 15 and 17: any spelling in, RFC 5952 out, and two spellings are one address. */
describe('addresses as people write them', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.close());

  const host = (words: readonly string[], input?: string): Promise<Ran> =>
    run([process.execPath, cli, ...words], {
      cwd: scene.stack.work,
      env: { ...scene.stack.env, BOSH_CA_CERT: scene.stack.up.ca },
      ...(input === undefined ? {} : { input }),
    });

  it('deploys from every form, and shows the shortest', async () => {
    expectDone(await scene.deploy('spellings'));
    const ips = (await scene.instances('spellings')).map((row) => row.ips).sort();
    expect(ips).toEqual(['2601:646:100:69f1::163', '2601:646:100:69f1::164']);
    for (const address of ['2601:646:100:69f1::163', '2601:0646:0100:69F1:0:0:0:0163', '2601:646:100:69f1::0.0.1.99'])
      expect(await scene.at('workstation', 'curl', '-gsSf', `http://[${address}]/`)).toContain('2601:646:100:69f1::163 greets fd00:8::2');
  });

  it('sees no change in another spelling', async () => {
    const again = await scene.deploy('spellings', (text) => text.replace('2601:646:100:69f1::0.0.1.99', '2601:646:100:69F1::163'));
    expectDone(again);
    expect(again.stdout).not.toContain('Updating instance');
  });

  it('finds the same address twice in two spellings', async () => {
    const twice = await scene.deploy('spellings', (text) => text.replace('2601:646:100:69f1::0.0.1.99', '2601:646:100:69f1::164'));
    expect(twice.code).toBe(6);
    expect(`${twice.stdout}${twice.stderr}`).toMatch(/0164' twice[\s\S]*spellings\.yml:\d+:\d+/);
  });

  it('takes an address from a variable', async () => {
    const text = await scene.deploy('spellings', (manifest) => manifest.replace('"2601:646:100:69f1::0.0.1.99"', '((first))'));
    expect(text.code).toBe(6);
    const file = join(scene.stack.work, 'spellings.yml');
    const words = ['-e', 'ipv4', '-d', 'spellings', '-n', 'deploy', file, '-v', 'first=2601:0646:0100:69f1::0163'];
    const ran = await scene.stack.bosh(words);
    expectDone(ran);
    expect(ran.stdout).not.toContain('Updating instance');
  });

  it.each(['::1', '[::1]', '0:0:0:0:0:0:0:1', '[0000:0000:0000:0000:0000:0000:0000:0001]', '::0.0.0.1'])(
    'reaches the Director at -e %s from the host',
    async (spelling) => {
      const { port } = scene.stack.up;
      const withPort = spelling.startsWith('[') ? `${spelling}:${port}` : `[${spelling}]:${port}`;
      expectDone(await host(['-e', withPort, 'alias-env', 'here']));
      expect(readFileSync(join(scene.stack.work, '.bosh', 'config'), 'utf8')).toContain(`https://[::1]:${port}`);
      expectDone(await host(['-e', 'here', 'env']));
      expect((await host(['envs'])).stdout).toContain(`https://[::1]:${port}`);
    },
  );

  it.each([
    '2601:646:100:69f1::151',
    '[2601:646:100:69F1::151]',
    '2601:0646:0100:69F1:0000:0000:0000:0151',
    'https://[2601:646:100:69f1::0151]:25555',
  ])('reaches it at -e %s from the workstation', async (spelling) => {
    expectDone(await scene.stack.bosh(['-e', spelling, 'alias-env', 'there']));
    expectDone(await scene.stack.bosh(['-e', 'there', 'env']));
    expect((await scene.stack.bosh(['envs'])).stdout).toContain('https://[2601:646:100:69f1::151]:25555');
  });

  it('reaches it at a link-local address with its zone', async () => {
    const shown = await scene.at('director', 'ip', '-6', '-o', 'addr', 'show', 'dev', 'eth1', 'scope', 'link');
    const address = /fe80::[0-9a-f:]+/.exec(shown)?.[0] ?? '';
    const enter = await scene.stack.lab.enterArgv('director', { cwd: scene.stack.work, env: { HOME: scene.stack.work } });
    const at = (...words: string[]): Promise<Ran> => run([...enter, process.execPath, cli, ...words], { env: scene.stack.env });
    const alias = await at('-e', `[${address.toUpperCase()}%eth1]:25555`, 'alias-env', 'zoned');
    // its certificate cannot name an address that a MAC decides; everything up to TLS works
    expect(`${alias.stdout}${alias.stderr}`).toContain(`${address}%`);
    expect(`${alias.stdout}${alias.stderr}`).toMatch(/certificate/i);
  });
});
