import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { ConfigFile, type Entry } from './config-file.js';
import { formatEntries, readPlainEntries } from './plain-entries.js';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const fresh = (): string => join(temporaryDirectory(), 'config');

describe('the config file', () => {
  it('is read as the stock CLI writes it', async () => {
    const path = fresh();
    writeFileSync(
      path,
      `environments:\n- url: 10.0.9.151\n  ca_cert: |\n${pem.replace(/^(?=.)/gm, '    ')}  alias: ipv4\n  access_token_type: bearer\n  access_token: a.b.c\n  refresh_token: d.e.f\n`,
    );
    expect((await ConfigFile.load(path)).find('ipv4')).toEqual({
      url: '10.0.9.151',
      ca_cert: pem,
      alias: 'ipv4',
      access_token_type: 'bearer',
      access_token: 'a.b.c',
      refresh_token: 'd.e.f',
    });
  });

  it('is read in other spellings too', async () => {
    const path = fresh();
    writeFileSync(path, '# mine\nenvironments: [{url: "10.0.9.151", alias: ipv4}]\n');
    expect((await ConfigFile.load(path)).find('10.0.9.151')?.alias).toBe('ipv4');
  });

  it('is written for its owner only, and read back', async () => {
    const path = fresh();
    const config = await ConfigFile.load(path);
    config.alias('https://[fd00::1]:25555', 'six', pem);
    config.setCredentials('https://[fd00::1]:25555', { username: 'admin', password: 'yes' });
    config.save();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await ConfigFile.load(path)).entries()).toEqual(config.entries());
  });

  it('lets one URL have one alias, and keeps the log-in', async () => {
    const config = await ConfigFile.load(fresh());
    config.alias('10.0.9.151', 'old', pem);
    config.setCredentials('10.0.9.151', { refresh_token: 'r' });
    config.alias('10.0.9.151', 'new', undefined);
    expect(config.entries()).toEqual([{ url: '10.0.9.151', alias: 'new', refresh_token: 'r' }]);
    config.clearCredentials('10.0.9.151');
    expect(config.entries()).toEqual([{ url: '10.0.9.151', alias: 'new' }]);
  });

  it.each([
    'a: b',
    '- x',
    'yes',
    '123',
    '0x1f',
    '1e3',
    ' space',
    "it's",
    'a "b"',
    'tab\there',
    'x #y',
    'null',
    '',
    '::1',
    '12:30',
    pem,
    'two\nlines',
  ])('keeps %j in our writing, by our reader and by YAML', (value) => {
    const entries: Entry[] = [{ url: 'u', password: value }];
    const text = formatEntries(entries);
    expect(parse(text)).toEqual({ environments: entries });
    const read = readPlainEntries(text);
    if (read !== undefined) expect(read).toEqual(entries);
  });

  it('refuses what BOSH does not write', async () => {
    const path = fresh();
    writeFileSync(path, 'environments: 7\n');
    await expect(ConfigFile.load(path)).rejects.toMatchObject({ code: 'InvalidConfigFile' });
    expect(readFileSync(path, 'utf8')).toBe('environments: 7\n');
  });
});
