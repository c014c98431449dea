import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualWorld } from '@bosh6/base';
import { createCa, issue } from '@bosh6/credentials';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrustedCerts } from './trusted-certs.js';

const now = Date.parse('2026-06-01T00:00:00Z');
const yearMs = 365 * 86_400_000;

let dir: string;
let ca: string;
let other: string;
let key: string;
let leaf: string;
let expired: string;
let future: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-trusted-'));
  const at = (time: number) => new VirtualWorld(1, time);
  const pair = await createCa('one', { world: at(now) });
  [ca, key] = [pair.certificate, pair.privateKey.reveal()];
  other = (await createCa('other', { world: at(now) })).certificate;
  leaf = (await issue({ ca: pair, dn: 'O=Example, CN=leaf', usage: 'server', world: at(now) })).certificate;
  expired = (await createCa('expired', { days: 1, world: at(now - yearMs) })).certificate;
  future = (await createCa('future', { world: at(now + yearMs) })).certificate;
});
afterAll(() => rm(dir, { recursive: true }));

const read = (...trustedCerts: string[]) => readTrustedCerts({ trustedCerts }, now);
const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(dir, name), text);
  return join(dir, name);
};

it('nothing is given where nothing is configured', async () => {
  expect(await read()).toEqual({ warnings: [] });
});

it('texts and files are one bundle, in their order, each certificate once', async () => {
  const bundle = await file('bundle.pem', `# Example's\n${ca}\n\nother:\n${other}`);
  const { certs, warnings } = await read(bundle, ca);
  expect(certs?.pem).toBe(`${ca}${other}`);
  expect(warnings).toEqual([]);
  expect((await read(ca, other)).certs).toEqual(certs);
  expect((await read(other, ca)).certs?.digest).not.toBe(certs?.digest);
});

it('line ends, blanks and what stands between do not make another bundle', async () => {
  const { certs } = await read(ca);
  expect((await read(`\uFEFFnotes\r\n${ca.replaceAll('\n', '  \r\n')}-- more\n`)).certs).toEqual(certs);
  expect(certs?.digest).toMatch(/^[0-9a-f]{64}$/);
});

describe('what is odd is told with its place, and taken', () => {
  it.each([
    ['one that expired', () => expired, 'CN=expired expired at 2025-06-02T00:00:00Z'],
    ['one of the future', () => future, 'CN=future is not valid before 2027-05-31T23:55:00Z'],
    ['one of no authority', () => leaf, 'O=Example, CN=leaf is not that of an authority'],
  ])('%s', async (_what, pem, text) => {
    const path = await file('odd.pem', `${ca}${pem()}`);
    const { certs, warnings } = await read(path);
    expect(certs?.pem).toBe(`${ca}${pem()}`);
    const line = ca.split('\n').length;
    expect(warnings).toEqual([expect.stringContaining(`'${path}', line ${line}: the certificate of ${text}`)]);
  });
});

describe('what cannot be is refused with its place', () => {
  const broken = (pem: string): string => pem.replace(/\n.{12}/, '\nMIIBgTCCASeg');
  it.each([
    ['a key', () => `${ca}${key}`, 'PRIVATE KEY', () => ca.split('\n').length],
    ["openssl's own form", () => ca.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'), 'TRUSTED CERTIFICATE', () => 1],
    ['one that is cut off', () => `\n${ca.split('\n').slice(0, 4).join('\n')}`, 'no end', () => 2],
    ['one that another begins in', () => `${ca.split('\n').slice(0, 4).join('\n')}\n${ca}`, 'no end', () => 1],
    [
      'one whose first line is lost',
      () => `${other}${ca.split('\n').slice(1).join('\n')}`,
      'begins no certificate',
      () => (other + ca).split('\n').length - 2,
    ],
    ['one whose first line is damaged', () => `${other}${ca.slice(1)}`, 'begins no certificate', () => other.split('\n').length],
    ['one that follows without a new line', () => `${ca.trimEnd()}${other}`, 'no end', () => 1],
    ['one that is damaged', () => `${other}${broken(ca)}`, 'no certificate', () => other.split('\n').length],
    ['one that is empty', () => '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----', 'no certificate', () => 1],
  ])('%s', async (_what, text, why, line) => {
    const path = await file('bad.pem', text());
    const expected = { code: 'TrustedCertsInvalid', message: expect.stringContaining(why), hint: expect.any(String) };
    const where = { document: path, pointer: '/trustedCerts', line: line() };
    await expect(read(path)).rejects.toMatchObject({ ...expected, where });
    await expect(read(path)).rejects.toMatchObject({ message: expect.stringContaining(`'${path}', line ${line()}`) });
    await expect(read(ca, text())).rejects.toMatchObject({ ...expected, where: { pointer: '/trustedCerts/1', line: line() } });
  });

  it('a file without any', async () => {
    const path = await file('none.pem', 'hello\n');
    const where = { document: path, pointer: '/trustedCerts' };
    await expect(read(path)).rejects.toMatchObject({ code: 'TrustedCertsInvalid', where, message: `'${path}' holds no certificate` });
  });

  it('a file that is not there', async () => {
    const where = { pointer: '/trustedCerts/1' };
    await expect(read(ca, join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'ConfigUnreadable', where });
  });
});
