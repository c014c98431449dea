import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHome, type Home } from './home.js';
import { stopAll } from './stop.js';

const directories = ['director', 'compile-cache', 'tls', 'internet', 'lab'];
const files = ['director.json', 'director.log', 'director-ca.pem', 'creds.yml', 'cpi.json'];
const others = ['director-settings.json', 'notes.txt'];

describe('stopAll, nothing running', () => {
  let root: string;
  let home: Home;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bosh6-stop-'));
    home = findHome({ BOSH6_HOME: root });
    for (const name of directories) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'content'), '');
    }
    for (const name of [...files, ...others]) writeFileSync(join(root, name), '');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('leaves the state where it is', async () => {
    expect(await stopAll(home, { deleteState: false })).toBe(false);
    expect(readdirSync(root).sort()).toEqual([...directories, ...files, ...others].sort());
  });

  it('removes all that up and the Director wrote, and nothing else', async () => {
    expect(await stopAll(home, { deleteState: true })).toBe(false);
    expect(readdirSync(root)).toEqual(others);
  });
});
