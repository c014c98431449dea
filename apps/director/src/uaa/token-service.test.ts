import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateRsaKeyPair } from '@bosh6/credentials';
import type { Token } from '@bosh6/director-api';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';

const canary = 'canary-6f1d';
const users = [
  { name: 'admin', passwordFile: 'password' },
  { name: 'dev', passwordFile: 'password', scopes: ['bosh.read', 'bosh.teams.dev.admin'] },
];
const clients = [{ name: 'ci', secretFile: 'ci-secret', scopes: ['bosh.teams.dev.admin'] }];
let changes: Record<string, unknown> = { users };
let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start(changes);
  await writeFile(join(director.dir, 'ci-secret'), `${canary}-secret\n`);
  await restart({ clients });
});
afterAll(() => director.close());

/** With these keys of the configuration as well. */
async function restart(more: object): Promise<void> {
  changes = { ...changes, ...more };
  await director.director?.close();
  director.changes = { ...director.changes, ...changes };
  await director.open();
}

const passwordGrant = { grant_type: 'password', username: 'dev', password: 'let me in' };
const bodyOf = (answer: Answer): Token => answer.json() as Token;
const refresh = (token: string | undefined, more: object = {}): Promise<Answer> =>
  director.logIn({ grant_type: 'refresh_token', refresh_token: token ?? '', ...more });
const asks = async (token: string, path = '/tasks'): Promise<number> =>
  (await director.ask(path, { headers: { authorization: `bearer ${token}` } })).status;

describe('a token', () => {
  it('is given with the claims, headers and body of a UAA', async () => {
    const answer = await director.logIn(passwordGrant);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
    const token = bodyOf(answer);
    expect(token).toEqual({
      token_type: 'bearer',
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 600,
      scope: 'openid bosh.read bosh.teams.dev.admin',
      jti: expect.any(String),
    });
    const keys = createLocalJWKSet((await director.ask('/uaa/token_keys')).json() as JSONWebKeySet);
    const { payload, protectedHeader } = await jwtVerify(token.access_token, keys);
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    expect(payload).toMatchObject({
      jti: token.jti,
      sub: 'dev',
      user_name: 'dev',
      client_id: 'bosh_cli',
      cid: 'bosh_cli',
      grant_type: 'password',
      scope: ['openid', 'bosh.read', 'bosh.teams.dev.admin'],
      aud: ['bosh_cli', 'openid', 'bosh', 'bosh.teams.dev'],
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
    const second = await jwtVerify(token.refresh_token ?? '', keys);
    expect((second.payload.exp ?? 0) - (second.payload.iat ?? 0)).toBe(86_400);
    expect(second.payload).toMatchObject({ jti: `${token.jti}-r`, user_name: 'dev', scope: payload.scope });
  });

  it('of a client has the scopes of the client, and no refresh token', async () => {
    const token = bodyOf(await director.logIn({ grant_type: 'client_credentials' }, `ci:${canary}-secret`));
    expect(token).toMatchObject({ scope: 'bosh.teams.dev.admin', expires_in: 600 });
    expect(token.refresh_token).toBeUndefined();
    expect(await asks(token.access_token)).toBe(200);
    const inForm = { grant_type: 'client_credentials', client_id: 'ci', client_secret: `${canary}-secret` };
    const answer = await director.ask('/uaa/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(inForm).toString(),
    });
    expect(answer.status).toBe(200);
  });

  it('has fewer scopes when fewer are asked for, and a refreshed one never more', async () => {
    const token = bodyOf(await director.logIn({ ...passwordGrant, scope: 'bosh.read bosh.admin' }));
    expect(token.scope).toBe('bosh.read');
    expect(bodyOf(await refresh(token.refresh_token)).scope).toBe('bosh.read');
    const none = await director.logIn({ ...passwordGrant, scope: 'bosh.admin' });
    expect([none.status, none.json()]).toEqual([400, { error: 'invalid_scope', error_description: expect.any(String) }]);
  });

  it.each([
    [{ grant_type: 'password', username: 'dev', password: 'x' }, 'bosh_cli:', 401, 'unauthorized'],
    [{ grant_type: 'password', username: 'ci', password: `${canary}-secret` }, 'bosh_cli:', 401, 'unauthorized'],
    [{ grant_type: 'password', username: 'dev', password: 'let me in' }, 'bosh_cli:x', 401, 'invalid_client'],
    [{ grant_type: 'password', username: 'dev', password: 'let me in' }, 'nobody:', 401, 'invalid_client'],
    [{ grant_type: 'client_credentials' }, 'bosh_cli:', 401, 'invalid_client'],
    [{ grant_type: 'client_credentials' }, 'ci:x', 401, 'invalid_client'],
    [{ grant_type: 'refresh_token' }, 'bosh_cli:', 401, 'invalid_token'],
    [{ grant_type: 'refresh_token', refresh_token: 'a.b.c' }, 'bosh_cli:', 401, 'invalid_token'],
    [{ grant_type: 'authorization_code' }, 'bosh_cli:', 400, 'unsupported_grant_type'],
    [{}, 'bosh_cli:', 400, 'invalid_request'],
  ])('is not given for %j by %s', async (form, client, status, error) => {
    const answer = await director.logIn(form as Record<string, string>, client);
    expect([answer.status, answer.json()]).toEqual([status, { error, error_description: expect.any(String) }]);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['www-authenticate']).toBe(error === 'invalid_client' ? 'Basic realm="UAA/client"' : undefined);
  });

  it('is not given to who guesses, right or wrong, before a pause', async () => {
    const tries = [];
    for (let i = 0; i < 6; i++) tries.push(await director.logIn({ ...passwordGrant, username: 'guessed', password: `${canary}-${i}` }));
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(tries.at(-1)?.headers['retry-after']).toMatch(/^\d+$/);
    expect(await director.logIn(passwordGrant)).toMatchObject({ status: 200 });
  });
});

describe('a refresh token', () => {
  it('is good more than once, also an older one', async () => {
    const first = bodyOf(await director.logIn(passwordGrant));
    const second = bodyOf(await refresh(first.refresh_token));
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 200 });
    expect(await refresh(second.refresh_token)).toMatchObject({ status: 200 });
    expect(await refresh(second.access_token)).toMatchObject({ status: 401 });
    const byOther = await director.logIn({ grant_type: 'refresh_token', refresh_token: second.refresh_token ?? '' }, `ci:${canary}-secret`);
    expect(byOther.status).toBe(401);
  });

  it('ends with the password, and with the user', async () => {
    const { refresh_token: token } = bodyOf(await director.logIn(passwordGrant));
    await restart({});
    expect(await refresh(token)).toMatchObject({ status: 200 });
    const password = join(director.dir, 'password');
    await writeFile(password, `${canary}-changed`);
    await restart({});
    const refused = await refresh(token);
    expect([refused.status, refused.json()]).toEqual([401, { error: 'invalid_token', error_description: expect.any(String) }]);
    await writeFile(password, 'let me in\n');
    await restart({ users: users.slice(0, 1) });
    expect(await refresh(token)).toMatchObject({ status: 401 });
    await restart({ users });
    expect(await refresh(token)).toMatchObject({ status: 200 });
  });
});

describe('the key', () => {
  it('can be another one: what the one before has signed holds until it ends, or until that is taken away', async () => {
    const before = bodyOf(await director.logIn(passwordGrant));
    const { kid: oldId } = (await director.ask('/uaa/token_key')).json() as { kid: string };
    await rename(join(director.dir, 'token.key'), join(director.dir, 'old.key'));
    await writeFile(join(director.dir, 'token.key'), (await generateRsaKeyPair()).privateKey.reveal());
    await restart({ tokenKey: { privateKey: 'token.key', previous: ['old.key'] } });
    expect(await asks(before.access_token)).toBe(200);
    const after = bodyOf(await refresh(before.refresh_token));
    expect(await asks(after.access_token)).toBe(200);
    const { keys } = (await director.ask('/uaa/token_keys')).json() as { keys: { kid: string }[] };
    expect(keys.map(({ kid }) => kid === oldId)).toEqual([false, true]);
    await restart({ tokenKey: { privateKey: 'token.key' } });
    expect(await asks(before.access_token)).toBe(401);
    expect(await refresh(before.refresh_token)).toMatchObject({ status: 401 });
    expect(await asks(after.access_token)).toBe(200);
  });

  it('is told without what is secret of it', async () => {
    const { keys } = (await director.ask('/uaa/token_keys')).json() as { keys: object[] };
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use', 'value']);
  });
});

it('no password, secret or token is in a log, a task output or the database', async () => {
  const token = bodyOf(await director.logIn(passwordGrant));
  await asks(token.access_token);
  await director.ask('/tasks', { headers: { authorization: `bearer ${canary}.x.y` } });
  await director.ask('/tasks', { headers: { authorization: `Basic ${Buffer.from(`admin:${canary}`).toString('base64')}` } });
  await director.director?.close();
  const state = join(director.dir, 'state');
  const files = (await readdir(state, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toContain('director.log');
  for (const { name, parentPath } of files) {
    const text = (await readFile(join(parentPath, name))).toString('latin1');
    for (const secret of [canary, 'let me in', token.access_token, token.refresh_token ?? ''])
      expect([name, text.includes(secret)]).toEqual([name, false]);
  }
  await director.open();
});
