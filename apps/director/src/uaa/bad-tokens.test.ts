import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateRsaKeyPair } from '@bosh6/credentials';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectorFixture } from '../director-fixture.test.suite.js';

let director: DirectorFixture;
let own: KeyObject;
beforeAll(async () => {
  director = await DirectorFixture.start();
  own = createPrivateKey(await readFile(join(director.dir, 'token.key'), 'utf8'));
});
afterAll(() => director.close());

const seconds = Math.floor(Date.now() / 1000);
const good: JWTPayload = { jti: 'x', user_name: 'admin', client_id: 'bosh_cli', scope: ['bosh.admin'], exp: seconds + 3600 };
const sign = (claims: JWTPayload, key: KeyObject = own, alg = 'RS256'): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (claim: string): JWTPayload => Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));
const publicPem = (): string => String(createPublicKey(own).export({ type: 'spki', format: 'pem' }));

async function expectNobody(authorization: string): Promise<void> {
  const answer = await director.ask('/tasks', { headers: { authorization } });
  expect(answer).toMatchObject({ status: 401, text: "Not authorized: '/tasks'\n" });
  expect(answer.headers).toMatchObject({ 'www-authenticate': 'Basic realm="BOSH Director"', 'content-type': 'text/html;charset=utf-8' });
  expect((await director.ask('/info', { headers: { authorization } })).json()).toMatchObject({ user: null });
}

describe('a token', () => {
  it('that is in order lets in, under any spelling of the word before it', async () => {
    for (const word of ['bearer', 'Bearer', 'BEARER'])
      expect(await director.ask('/tasks', { headers: { authorization: `${word} ${await sign(good)}` } })).toMatchObject({ status: 200 });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['that has ended', () => sign({ ...good, exp: seconds - 1 })],
    ['that never ends', () => sign(without('exp'))],
    ['that ends at no whole second', () => sign({ ...good, exp: seconds + 3600.5 })],
    ['that does not hold yet', () => sign({ ...good, nbf: seconds + 3600 })],
    ['without id', () => sign(without('jti'))],
    ['that is a refresh token', () => sign({ ...good, jti: 'x-r' })],
    ['without scopes', () => sign(without('scope'))],
    ['with scopes in one text', () => sign({ ...good, scope: 'bosh.admin' })],
    ['of nobody', () => sign({ ...good, user_name: '', client_id: '' })],
    ['of another key', async () => sign(good, createPrivateKey((await generateRsaKeyPair()).privateKey.reveal()))],
    ['of another RSA algorithm', () => sign(good, own, 'RS512')],
    ['signed by nobody', () => `${part({ alg: 'none' })}.${part(good)}.`],
    ['signed with the public key as a secret', () => sign(good, createSecretKey(Buffer.from(publicPem())), 'HS256')],
    [
      'whose claims were changed',
      async () => {
        const [head, , signature] = (await sign({ ...good, scope: ['bosh.read'] })).split('.');
        return `${head}.${part(good)}.${signature}`;
      },
    ],
    ['of two parts', () => `${part({ alg: 'RS256' })}.${part(good)}`],
    ['that is none', () => 'x'],
  ])('%s is nobody', async (_what, make) => expectNobody(`bearer ${await make()}`));

  it('whose header is malformed is nobody', async () => {
    const token = await sign(good);
    for (const header of ['bearer', 'bearer ', token, `bearer ${token} x`, `token ${token}`, `bearer${token}`, `bearer  ${token}`])
      await expectNobody(header);
    await expectNobody(`Basic ${Buffer.from('admin:let me in').toString('base64')}`);
  });

  it('with the wrong scope is somebody who may not', async () => {
    const token = await sign({ ...good, scope: ['bosh.releases.upload'] });
    const answer = await director.ask('/tasks', { headers: { authorization: `bearer ${token}` } });
    const { uuid } = (await director.ask('/info')).json() as { uuid: string };
    expect(answer).toMatchObject({ status: 401 });
    expect(answer.json()).toEqual({
      code: 600000,
      description: `one of these scopes is needed: bosh.admin, bosh.${uuid}.admin, bosh.read, bosh.${uuid}.read, bosh.teams.*.admin`,
      details: expect.objectContaining({ code: 'ScopeMissing' }),
    });
  });
});
