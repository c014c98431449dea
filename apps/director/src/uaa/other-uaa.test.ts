import { createSecretKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateRsaKeyPair } from '@bosh6/credentials';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectorFixture } from '../director-fixture.test.suite.js';

/** Whose token service stands in for a UAA: it makes tokens of the same form, and tells its key in the same way. */
let uaa: DirectorFixture;
let url: string;
beforeAll(async () => {
  uaa = await DirectorFixture.start({ clients: [{ name: 'hm', secretFile: 'password', scopes: ['bosh.admin'] }] });
  url = `https://[::1]:${uaa.director?.port}/uaa`;
  const { value } = (await uaa.ask('/uaa/token_key')).json() as { value: string };
  await writeFile(join(uaa.dir, 'uaa.pem'), value);
});
afterAll(() => uaa.close());

const tokenFor = async (user: string): Promise<string> => {
  const answer = await uaa.logIn({ grant_type: 'password', username: user, password: 'let me in' });
  return (answer.json() as { access_token: string }).access_token;
};
const withUaa = (options: object): Promise<DirectorFixture> =>
  DirectorFixture.start({ users: [], tokenKey: undefined, userAuthentication: { type: 'uaa', options: { urls: [url], ...options } } });

async function statusOf(director: DirectorFixture, token: string, path = '/tasks'): Promise<number> {
  return (await director.ask(path, { headers: { authorization: `bearer ${token}` } })).status;
}

describe('a Director with another UAA', () => {
  it('sends clients there, serves none itself, and takes its tokens with their scopes', async () => {
    const director = await withUaa({ publicKey: join(uaa.dir, 'uaa.pem') });
    try {
      const told = (await director.ask('/info')).json() as { user_authentication: unknown };
      expect(told.user_authentication).toEqual({ type: 'uaa', options: { url, urls: [url] } });
      expect(await director.ask('/uaa/login')).toMatchObject({ status: 404, text: "Endpoint '/uaa/login' not found." });
      expect(await director.logIn()).toMatchObject({ status: 404 });
      const [admin, reader] = [await tokenFor('admin'), await tokenFor('reader')];
      expect((await director.ask('/info', { headers: { authorization: `bearer ${admin}` } })).json()).toMatchObject({ user: 'admin' });
      expect(await statusOf(director, admin, '/disks')).toBe(200);
      expect(await statusOf(director, reader)).toBe(200);
      expect(await statusOf(director, reader, '/disks')).toBe(401);
      const client = (await uaa.logIn({ grant_type: 'client_credentials' }, 'hm:let me in')).json() as { access_token: string };
      expect(await statusOf(director, client.access_token, '/disks')).toBe(200);
    } finally {
      await director.close();
    }
  });

  it('takes no token of another key, and those of several while the key changes', async () => {
    const other = join(uaa.dir, 'other.key');
    await writeFile(other, (await generateRsaKeyPair()).privateKey.reveal());
    const token = await tokenFor('admin');
    const director = await withUaa({ publicKey: other });
    expect(await statusOf(director, token)).toBe(401);
    await director.close();
    const both = await withUaa({ publicKey: [other, join(uaa.dir, 'uaa.pem')] });
    expect(await statusOf(both, token)).toBe(200);
    await both.close();
  });

  it('takes tokens for its audience, of its issuer, where it has them', async () => {
    const key = { publicKey: join(uaa.dir, 'uaa.pem') };
    const token = await tokenFor('admin');
    for (const [options, status] of [
      [{ audience: 'bosh' }, 200],
      [{ audience: 'other' }, 401],
      [{ issuer: 'https://10.0.9.151:0/uaa/oauth/token' }, 200],
      [{ issuer: 'https://elsewhere/oauth/token' }, 401],
    ] as const) {
      const director = await withUaa({ ...key, ...options });
      expect([options, await statusOf(director, token)]).toEqual([options, status]);
      await director.close();
    }
  });

  it('with a symmetric key takes tokens that are signed with it, and no others', async () => {
    const secret = 'a secret that the UAA has, and the Director';
    await writeFile(join(uaa.dir, 'symmetric'), `${secret}\n`);
    const director = await withUaa({ symmetricKey: join(uaa.dir, 'symmetric') });
    try {
      const claims = { jti: 'x', client_id: 'ci', scope: ['bosh.admin'], exp: Math.floor(Date.now() / 1000) + 60 };
      const sign = (text: string): Promise<string> =>
        new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(createSecretKey(Buffer.from(text)));
      expect(await statusOf(director, await sign(secret))).toBe(200);
      expect(await statusOf(director, await sign('another secret, which nobody has agreed on'))).toBe(401);
      expect(await statusOf(director, await tokenFor('admin'))).toBe(401);
    } finally {
      await director.close();
    }
  });

  it('does not start with no key, two kinds of keys, a key that is none, or a UAA without TLS', async () => {
    const pem = join(uaa.dir, 'uaa.pem');
    const password = join(uaa.dir, 'password');
    for (const options of [{}, { publicKey: pem, symmetricKey: password }, { publicKey: password }, { publicKey: pem, urls: ['http://x'] }])
      await expect(withUaa(options)).rejects.toMatchObject({ code: 'ConfigInvalid' });
    await expect(withUaa({ publicKey: `${pem}.missing` })).rejects.toMatchObject({ code: 'ConfigUnreadable' });
  });
});
