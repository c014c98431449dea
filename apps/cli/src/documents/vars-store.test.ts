import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

const variables = `
pw: ((pw))
serial: ((leaf.certificate))
variables:
- {name: leaf, type: certificate, options: {ca: ca, common_name: ((name)), alternative_names: [web.example, "2001:DB8::1"]}}
- {name: ca, type: certificate, options: {is_ca: true, common_name: root}}
- {name: pw, type: password}
- {name: key, type: ssh}
- {name: pair, type: rsa}
- {name: given, type: password}
`;

async function int(text: string, store: string, ...more: string[]): Promise<{ code: number; out: string; err: string }> {
  const path = join(temporaryDirectory(), 'm.yml');
  writeFileSync(path, text);
  const io = capturedIo('');
  const code = await run(['int', path, '--vars-store', store, ...more], io);
  return { code, out: io.out(), err: io.err() };
}

describe('--vars-store', () => {
  it('keeps what it makes of each type, for its owner only, and gives the same again', async () => {
    const store = join(temporaryDirectory(), 'store.yml');
    const flags = ['-v', 'name=web', '-v', 'given=mine', '--var-errs'];
    const first = await int(variables, store, ...flags);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(statSync(store).mode & 0o777).toBe(0o600);
    const kept = parse(readFileSync(store, 'utf8'));
    expect(Object.keys(kept).sort()).toEqual(['ca', 'key', 'leaf', 'pair', 'pw']);
    expect(kept.pw).toMatch(/^[a-z0-9]{20}$/);
    expect(Object.keys(kept.key).sort()).toEqual(['private_key', 'public_key', 'public_key_fingerprint']);
    expect(Object.keys(kept.pair).sort()).toEqual(['private_key', 'public_key']);
    const leaf = new X509Certificate(kept.leaf.certificate);
    expect(leaf.verify(new X509Certificate(kept.ca.certificate).publicKey)).toBe(true);
    expect(leaf.subject).toBe('C=US\nO=Cloud Foundry\nCN=web');
    expect(leaf.subjectAltName).toBe('DNS:web.example, IP Address:2001:DB8:0:0:0:0:0:1');
    expect(leaf.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect(parse(first.out)).toEqual({ pw: kept.pw, serial: kept.leaf.certificate, variables: [] });
    const before = readFileSync(store, 'utf8');
    expect((await int(variables, store, ...flags)).out).toBe(first.out);
    expect(readFileSync(store, 'utf8')).toBe(before);
  });

  it('makes nothing that no definition names, and no file for it', async () => {
    const store = join(temporaryDirectory(), 'store.yml');
    expect(await int('a: ((b))\n', store)).toMatchObject({ code: 0, out: 'a: ((b))\n' });
    expect(existsSync(store)).toBe(false);
  });

  it.each([
    ['- a list\n', "'STORE' is no map of variables", 'pw: ((pw))\nvariables: [{name: pw, type: password}]\n'],
    ['', "has type 'magic', which cannot be generated", 'variables:\n- name: pw\n  type: magic\n'],
    ['', "certificate 'leaf' needs an authority", 'variables: [{name: leaf, type: certificate, options: {ca: none}}]\n'],
  ])('%j is refused: %s', async (held, words, text) => {
    const store = join(temporaryDirectory(), 'store.yml');
    writeFileSync(store, held);
    const { code, err } = await int(text, store);
    expect(err).toContain(words.replace('STORE', store));
    expect(err).toMatch(/at \S+\.yml:\d+/);
    expect(code).toBe(2);
    expect(readFileSync(store, 'utf8')).toBe(held);
  });

  it('that cannot be written is refused', async () => {
    const store = join(temporaryDirectory(), 'none', 'store.yml');
    const { code, err } = await int('variables: [{name: pw, type: password}]\n', store);
    expect(err).toContain(`'${store}' cannot be written: there is no such`);
    expect(code).toBe(2);
  });
});
