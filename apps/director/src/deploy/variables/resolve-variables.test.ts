import { createPublicKey, X509Certificate } from 'node:crypto';
import { type Json, type JsonObject, realWorld } from '@bosh6/base';
import { generateVariable } from '@bosh6/credentials';
import { expect, test } from 'vitest';
import { lookUp } from './known-variables.js';
import { fillPlaceholders, placeholdersOf } from './placeholders.js';

test('placeholders: a whole scalar takes the typed value, a part of a text its text', () => {
  const value = { a: '((n))', b: ['x-((s))-((!s))'], c: '(( not ))' };
  const values: Record<string, string | number> = { n: 3, s: 'v' };
  expect(fillPlaceholders(value, (name) => values[name] ?? null)).toEqual({ a: 3, b: ['x-v-v'], c: '(( not ))' });
  expect(placeholdersOf(value)).toEqual([
    { name: 'n', pointer: '/a' },
    { name: 's', pointer: '/b/0' },
    { name: 's', pointer: '/b/0' },
  ]);
});

test('a path leads to what the value has, not to what every object has', () => {
  const values = new Map([['/ca', { value: { certificate: 'c' } }]]);
  expect(lookUp(values, '/ca.certificate')).toBe('c');
  expect(lookUp(values, '/ca.constructor')).toBeUndefined();
});

test('a certificate is signed by the authority before it, with addresses of both families', async () => {
  const world = realWorld();
  const ca = await generateVariable(
    { name: 'ca', type: 'certificate', options: { is_ca: true, common_name: 'ca' }, pointer: '' },
    () => undefined,
    world,
  );
  const options = { ca: 'ca', common_name: 'web', alternative_names: ['web.test', '10.0.0.1', 'fd00::1'] };
  const made = await generateVariable({ name: 'web', type: 'certificate', options, pointer: '' }, () => ca, world);
  const leaf = new X509Certificate((made as { certificate: string }).certificate);
  expect(leaf.checkIssued(new X509Certificate((ca as { certificate: string }).certificate))).toBe(true);
  expect(leaf.checkIP('fd00::1')).toBeDefined();
  expect(leaf.checkHost('web.test')).toBeDefined();
});

const make = (type: string, options: JsonObject = {}, ca?: Json): Promise<Json> =>
  generateVariable({ name: 'x', type, options, pointer: '/variables/0' }, () => ca, realWorld());

test('users, passwords and keys, with their options', async () => {
  expect(await make('user', { username: 'joe', length: 8 })).toEqual({
    username: 'joe',
    password: expect.stringMatching(/^[a-z0-9]{8}$/),
    password_hash: expect.stringMatching(/^\$6\$/),
  });
  expect(await make('user')).toMatchObject({ username: expect.stringMatching(/^[a-z]{20}$/) });
  expect(await make('password', { length: 40, exclude_lower: true, exclude_number: true })).toMatch(/^[A-Z]{40}$/);
  const rsa = (await make('rsa', { key_length: 3072 })) as { private_key: string; public_key: string };
  expect(createPublicKey(rsa.private_key).asymmetricKeyDetails?.modulusLength).toBe(3072);
  const ssh = (await make('ssh')) as { private_key: string; public_key: string; public_key_fingerprint: string };
  const { n = '' } = createPublicKey(ssh.private_key).export({ format: 'jwk' });
  expect(Buffer.from(ssh.public_key.split(' ')[1] ?? '', 'base64').toString('hex')).toContain(Buffer.from(n, 'base64url').toString('hex'));
  expect(ssh.public_key_fingerprint).toMatch(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);
});

test('a name may hold what looks like a part of one', async () => {
  const made = (await make('certificate', { is_ca: true, common_name: 'web, E=mail', organization: 'Us, CN=other' })) as {
    certificate: string;
  };
  expect(new X509Certificate(made.certificate).subject).toBe('O=Us\\, CN=other\nCN=web\\, E=mail');
});

test('a chain of authorities, names, lengths and usages', async () => {
  const root = await make('certificate', { is_ca: true, common_name: 'root' });
  const middle = await make('certificate', { is_ca: true, ca: 'root', common_name: 'middle', organization: 'Us', country: 'DE' }, root);
  const usage = { extended_key_usage: ['client_auth', 'server_auth'], key_usage: ['digital_signature'] };
  const leaf = await make('certificate', { ca: 'middle', common_name: 'leaf', key_length: 3072, duration: 30, ...usage }, middle);
  const read = (value: Json): X509Certificate => new X509Certificate((value as { certificate: string }).certificate);
  expect(read(leaf).checkIssued(read(middle))).toBe(true);
  expect(read(middle).checkIssued(read(root))).toBe(true);
  expect([read(root).ca, read(middle).ca, read(leaf).ca]).toEqual([true, true, false]);
  expect(read(middle).subject).toBe('C=DE\nO=Us\nCN=middle');
  expect(read(leaf).keyUsage).toEqual(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1']);
  expect(read(leaf).publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
  expect(read(leaf).validToDate.getTime()).toBeLessThan(Date.now() + 31 * 86_400_000);
  expect(leaf).toMatchObject({ ca: (middle as { certificate: string }).certificate });
  const own = await make('certificate', { self_sign: true });
  expect(read(own).verify(read(own).publicKey)).toBe(true);
  expect(read(own).ca).toBe(false);
});

test.each([
  ['certificate', { ca: 'nowhere' }, '/options/ca'],
  ['certificate', {}, ''],
  ['certificate', { is_ca: true, key_length: 5 }, '/options/key_length'],
  ['certificate', { is_ca: true, extended_key_usage: ['all'] }, '/options/extended_key_usage/0'],
  ['password', { length: 0 }, '/options/length'],
  ['dhparams', {}, '/type'],
])('of type %s, with %j: 540005 with its place', async (type, options, pointer) => {
  await expect(make(type, options)).rejects.toMatchObject({ number: 540005, where: { pointer: `/variables/0${pointer}` } });
});
