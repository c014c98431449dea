import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHome, type Home } from './home.js';
import { ensureTrust, writeCreds } from './trust.js';

let home: Home;
let directory: string;
beforeEach(async () => {
  home = findHome({ BOSH6_HOME: mkdtempSync(join(tmpdir(), 'bosh6-trust-')) });
  await ensureTrust(home);
  directory = join(home.root, 'work');
  mkdirSync(directory);
});
afterEach(() => rmSync(home.root, { recursive: true }));

describe('creds.yml', () => {
  it('is copied where `up` started something', () => {
    expect(writeCreds(home, directory, { fresh: true })).toBe(join(directory, 'creds.yml'));
    expect(readFileSync(join(directory, 'creds.yml'), 'utf8')).toMatch(/^admin_password: \S+$/m);
  });

  it('is not copied when everything ran, but a copy that is there is brought up to date', () => {
    expect(writeCreds(home, directory, { fresh: false })).toBe(home.creds);
    expect(existsSync(join(directory, 'creds.yml'))).toBe(false);
    writeFileSync(join(directory, 'creds.yml'), `${readFileSync(home.creds, 'utf8').split('\n')[0]}\nadmin_password: old\n`);
    expect(writeCreds(home, directory, { fresh: false })).toBe(join(directory, 'creds.yml'));
    expect(readFileSync(join(directory, 'creds.yml'), 'utf8')).toBe(readFileSync(home.creds, 'utf8'));
  });

  it("is not written over somebody else's, nor where nothing can be written", () => {
    writeFileSync(join(directory, 'creds.yml'), 'mine: yes\n');
    expect(writeCreds(home, directory, { fresh: true })).toBe(home.creds);
    const nowhere = join(home.root, 'gone');
    expect(writeCreds(home, nowhere, { fresh: true })).toBe(home.creds);
    const closed = join(home.root, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    // Root writes anywhere; whoever else runs this gets the state's own.
    expect([home.creds, join(closed, 'creds.yml')]).toContain(writeCreds(home, closed, { fresh: true }));
  });
});
