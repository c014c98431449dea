import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCa } from '@bosh6/credentials';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../processes/run.js';
import { type TrustStore, trustCertificates } from './trust-certificates.js';

let one: string;
let two: string;
beforeAll(async () => {
  [one, two] = (await Promise.all([createCa('one'), createCa('two')])).map(({ certificate }) => certificate) as [string, string];
});

let dir: string;
let store: TrustStore;
const warn = vi.fn();
const log = { debug: vi.fn(), info: vi.fn(), warn, error: vi.fn() };
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bosh6-trust-'));
  const at = (name: string): string => path.join(dir, name);
  await writeFile(at('conf'), '');
  const words = ['--etccertsdir', at('certs'), '--hooksdir', at('hooks'), '--certsconf', at('conf')];
  store = { additions: [at('additions')], certs: at('certs'), words };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  warn.mockReset();
  await rm(dir, { recursive: true });
});

const additions = (): Promise<string[]> => readdir(path.join(dir, 'additions'));
const trusted = (): Promise<string> => readFile(path.join(dir, 'certs', 'ca-certificates.crt'), 'utf8').catch(() => '');
const hasTool = (await run(['update-ca-certificates', '--help']).catch(() => ({ code: 1 }))).code === 0;

describe.skipIf(!hasTool)('where the system has a store', () => {
  /** As a program that looks certificates up by their hash. */
  const verifies = async (pem: string): Promise<boolean> => {
    const file = path.join(dir, 'asked.pem');
    await writeFile(file, pem);
    return (await run(['openssl', 'verify', '-no-CAfile', '-no-CAstore', '-CApath', path.join(dir, 'certs'), file])).code === 0;
  };

  test('certificates are trusted, each in a file of its own', async () => {
    await trustCertificates(`${one}${two}`, log, store);
    expect(await additions()).toEqual(['bosh-trusted-cert-1.crt', 'bosh-trusted-cert-2.crt']);
    expect(await trusted()).toBe(`${one}${two}`);
    expect([await verifies(one), await verifies(two)]).toEqual([true, true]);
  });

  test('what was taken out of the bundle is trusted no more, and what others added is', async () => {
    await trustCertificates(`${one}${two}`, log, store);
    await writeFile(path.join(dir, 'additions', 'own.crt'), one);
    await trustCertificates(two, log, store);
    expect(await additions()).toEqual(['bosh-trusted-cert-1.crt', 'own.crt']);
    await rm(path.join(dir, 'additions', 'own.crt'));
    await trustCertificates('', log, store);
    expect(await additions()).toEqual([]);
    expect([await trusted(), await verifies(one), await verifies(two)]).toEqual(['', false, false]);
  });

  test('a directory that cannot be written to is passed over', async () => {
    const file = path.join(dir, 'file');
    await writeFile(file, '');
    await trustCertificates(one, log, { ...store, additions: [path.join(file, 'none'), ...store.additions] });
    expect(await trusted()).toBe(one);
    await expect(trustCertificates(one, log, { ...store, additions: [path.join(file, 'none')] })).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });
});

describe('a tool', () => {
  const tool = async (script: string): Promise<void> => {
    const bin = path.join(dir, 'bin');
    await mkdir(bin);
    await writeFile(path.join(bin, 'update-ca-certificates'), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(bin, 'update-ca-certificates'), 0o755);
    vi.stubEnv('PATH', `${bin}:${process.env.PATH}`);
  };

  test('that fails is asked again, and then the update has failed', async () => {
    const count = path.join(dir, 'count');
    await tool(`echo >> ${count}; [ $(wc -l < ${count}) = 3 ]`);
    await trustCertificates(one, log, store);
    expect(await readFile(count, 'utf8')).toBe('\n'.repeat(3));
    await expect(trustCertificates(one, log, store)).rejects.toMatchObject({ code: 'CommandFailed' });
    expect(await readFile(count, 'utf8')).toBe('\n'.repeat(6));
  });

  test('that is not there leaves the certificates in a file', async () => {
    vi.stubEnv('PATH', path.join(dir, 'nothing'));
    const file = path.join(dir, 'certs', 'bosh-trusted-certs.pem');
    await trustCertificates(`${one}${two}`, log, store);
    expect(await readFile(file, 'utf8')).toBe(`${one}${two}`.replace('\n\n', '\n'));
    expect(warn).toHaveBeenCalledWith(expect.any(String), { file });
    await trustCertificates('', log, store);
    expect(await readdir(path.join(dir, 'certs'))).toEqual([]);
  });
});
