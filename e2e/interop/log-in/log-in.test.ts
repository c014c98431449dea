import { createSign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../../stack/paths.js';
import { type Ran, run } from '../../stack/run.js';
import { openTerminal, type Typed } from '../../walkthrough/terminal.js';
import { type DirectorProcess, makeSite, password, type Site, startDirector } from './director-process.js';

const stock = process.env.BOSH6_STOCK_CLI;
const clis: [name: string, argv: string[]][] = [
  ['bosh6', [process.execPath, cli]],
  ...(stock === undefined ? [] : ([['the stock CLI', [stock]]] satisfies [string, string[]][])),
];

let folder: string;
let site: Site;
let own: DirectorProcess;
/** Takes the tokens of `own`, which stands in for a UAA beside it. */
let other: DirectorProcess;
let basic: DirectorProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'b6-log-in-'));
  site = await makeSite(folder);
  own = await startDirector(site, 'own', {});
  const options = { urls: [`${own.url}/uaa`], publicKey: join(folder, 'token.pem') };
  other = await startDirector(site, 'other', { users: [], clients: [], userAuthentication: { type: 'uaa', options } });
  basic = await startDirector(site, 'basic', { userAuthentication: { type: 'basic' } });
});
afterAll(async () => {
  for (const director of [own, other, basic]) await director?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As `own` would have signed it, but it has ended. */
function endedToken(jti: string): string {
  const claims = { jti, user_name: 'admin', client_id: 'bosh_cli', scope: ['openid', 'bosh.admin'], exp: 1_700_000_000 };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(site.tokenKey, 'base64url')}`;
}

describe.each(clis)('with %s', (_name, argv) => {
  const isOurs = argv[0] !== stock;
  /** The exit code for who may not, or is nobody. */
  const notKnown = isOurs ? 5 : 1;
  let home: string;
  let config: string;
  const env = (more: object = {}): NodeJS.ProcessEnv => ({
    PATH: process.env.PATH,
    HOME: home,
    BOSH_CA_CERT: site.ca,
    BOSH_CONFIG: config,
    NO_COLOR: '1',
    ...more,
  });
  const bosh = ({ url }: DirectorProcess, words: string[], more: object = {}): Promise<Ran> =>
    run([...argv, '--tty', '-e', url, ...words], { env: env(more), cwd: home });
  const user = async (director: DirectorProcess, more: object = {}): Promise<string | undefined> =>
    /^User\s+(.*?)\s*$/m.exec((await bosh(director, ['env'], more)).stdout)?.[1];
  const logIn = async ({ url }: DirectorProcess, answers: [prompt: string, reply: string][]): Promise<Typed> => {
    const terminal = await openTerminal(['bash', '--norc', '--noprofile', '-i'], { cwd: home, env: env(), show: () => {} });
    try {
      const words = [...argv, '-e', url, 'log-in'].map((word) => `'${word}'`).join(' ');
      return await terminal.type(
        words,
        answers.map(([prompt, reply]) => ({ prompt, reply })),
      );
    } finally {
      await terminal.close();
    }
  };
  const replace = (key: string, value: string): void =>
    writeFileSync(config, readFileSync(config, 'utf8').replace(new RegExp(`${key}: .*`), `${key}: ${value}`));

  beforeAll(() => {
    home = mkdtempSync(join(folder, 'home-'));
    config = join(home, 'config');
  });

  describe('a Director with tokens of its own', () => {
    it('lets in who answers its questions, after a wrong password too', async () => {
      const typed = await logIn(own, [
        ['Email (): ', 'admin'],
        ['Password (): ', 'wrong'],
        ['Email (): ', 'admin'],
        ['Password (): ', password],
      ]);
      expect(typed).toMatchObject({ exitCode: 0 });
      expect(typed.output).toMatch(/Failed to authenticate with UAA[\s\S]*Successfully authenticated with UAA/);
      expect(typed.output).not.toContain(password);
      expect(await user(own)).toBe('admin');
      const listed = await bosh(own, ['configs']);
      expect(listed).toMatchObject({ code: 0 });
      expect(listed.stdout).toContain(`Using environment '${own.url}' as user 'admin' (openid, bosh.admin)`);
    });

    it('gives another token for one that has ended, which is kept', async () => {
      replace('access_token', endedToken('x'));
      expect(await bosh(own, ['configs'])).toMatchObject({ code: 0 });
      expect(readFileSync(config, 'utf8')).not.toContain(endedToken('x'));
    });

    it('wants another log-in once that has ended', async () => {
      replace('access_token', endedToken('x'));
      replace('refresh_token', endedToken('x-r'));
      const ran = await bosh(own, ['configs']);
      expect(ran.code).toBe(notKnown);
      if (isOurs) expect(ran.stderr).toMatch(/your log-in has ended[\s\S]*bosh6 log-in/);
    });

    it('takes a client, from the environment or from flags, and refuses a wrong secret', async () => {
      expect(await user(own, { BOSH_CLIENT: 'ci', BOSH_CLIENT_SECRET: password })).toBe('ci');
      expect(await bosh(own, ['--client', 'ci', '--client-secret', password, 'deployments'])).toMatchObject({ code: 0 });
      const wrong = await bosh(own, ['--client', 'ci', '--client-secret', 'wrong', 'deployments']);
      expect(wrong.code).toBe(notKnown);
      if (isOurs) expect(wrong.stderr).toContain("refused client 'ci'");
    });

    it('says which scopes are missing', async () => {
      const refused = await bosh(own, ['locks'], { BOSH_CLIENT: 'dev', BOSH_CLIENT_SECRET: password });
      expect(refused.code).toBe(notKnown);
      expect(refused.stdout + refused.stderr).toContain('one of these scopes is needed: bosh.admin');
      expect(await bosh(own, ['deployments'], { BOSH_CLIENT: 'dev', BOSH_CLIENT_SECRET: password })).toMatchObject({ code: 0 });
    });

    it('forgets who logs out', async () => {
      expect(await bosh(own, ['log-out'])).toMatchObject({ code: 0 });
      expect(await user(own)).toBe('(not logged in)');
    });
  });

  it('a Director with another UAA lets in whom that knows', async () => {
    expect(await user(other)).toBe('(not logged in)');
    const typed = await logIn(other, [
      ['Email (): ', 'admin'],
      ['Password (): ', password],
    ]);
    expect(typed).toMatchObject({ exitCode: 0 });
    expect(await user(other)).toBe('admin');
    replace('access_token', endedToken('x'));
    expect(await bosh(other, ['configs'])).toMatchObject({ code: 0 });
    expect(await user(other, { BOSH_CLIENT: 'ci', BOSH_CLIENT_SECRET: password })).toBe('ci');
  });

  it('a Director that asks for name and password itself lets in its users', async () => {
    const typed = await logIn(basic, [
      ['Username (): ', 'admin'],
      ['Password (): ', password],
    ]);
    expect(typed).toMatchObject({ exitCode: 0 });
    expect(typed.output).toContain(`Logged in to '${basic.url}'`);
    expect(await user(basic)).toBe('admin');
    expect(await bosh(basic, ['configs'])).toMatchObject({ code: 0 });
    const wrong = await bosh(basic, ['log-in'], { BOSH_CLIENT: 'admin', BOSH_CLIENT_SECRET: 'wrong' });
    expect(wrong.code).toBe(notKnown);
    expect(wrong.stdout + wrong.stderr).toContain('Invalid credentials');
  });
});
