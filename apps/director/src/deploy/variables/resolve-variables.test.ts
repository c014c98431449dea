import { X509Certificate } from 'node:crypto';
import { realWorld } from '@bosh6/base';
import { expect, test } from 'vitest';
import { generateVariable } from './generate-variable.js';
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

test('an unknown type and a missing authority are 540005 with their place', async () => {
  const make = (type: string) =>
    generateVariable({ name: 'x', type, options: { ca: 'nowhere' }, pointer: '/variables/0' }, () => undefined, realWorld());
  for (const type of ['certificate', 'ssh'])
    await expect(make(type)).rejects.toMatchObject({ number: 540005, where: { pointer: '/variables/0' } });
});
