import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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
  const here = (): string => join(directory, 'creds.yml');
  const mode = (): number => statSync(here()).mode & 0o777;

  it('is written where there is none, again when it was deleted, and in every further directory', () => {
    for (const round of [1, 2]) {
      expect([round, writeCreds(home, directory)]).toEqual([round, here()]);
      expect(readFileSync(here(), 'utf8')).toMatch(/^admin_password: \S+$/m);
      expect(mode()).toBe(0o600);
      rmSync(here());
    }
    const another = join(home.root, 'another');
    mkdirSync(another);
    expect(writeCreds(home, another)).toBe(join(another, 'creds.yml'));
  });

  it('is brought up to date where it is ours, and closed to others again', () => {
    writeFileSync(here(), `${readFileSync(home.creds, 'utf8').split('\n')[0]}\nadmin_password: old\n`, { mode: 0o644 });
    expect(writeCreds(home, directory)).toBe(here());
    expect(readFileSync(here(), 'utf8')).toBe(readFileSync(home.creds, 'utf8'));
    expect(mode()).toBe(0o600);
  });

  it("is not written over somebody else's, nor where nothing can be written", () => {
    writeFileSync(here(), 'mine: yes\n');
    expect(writeCreds(home, directory)).toBe(home.creds);
    expect(readFileSync(here(), 'utf8')).toBe('mine: yes\n');
    rmSync(here());
    // Leads nowhere yet, and not through us.
    symlinkSync(join(home.root, 'elsewhere'), here());
    expect(writeCreds(home, directory)).toBe(home.creds);
    expect(existsSync(join(home.root, 'elsewhere'))).toBe(false);
    const nowhere = join(home.root, 'gone');
    expect(writeCreds(home, nowhere)).toBe(home.creds);
    const closed = join(home.root, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    // Root writes anywhere; whoever else runs this gets the state's own.
    expect([home.creds, join(closed, 'creds.yml')]).toContain(writeCreds(home, closed));
  });
});
