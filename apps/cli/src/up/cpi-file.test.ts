import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { cpiOf, keepCpi, readCpi } from './cpi-file.js';
import { findHome } from './home.js';

const file = (content: string): string => {
  const path = join(temporaryDirectory(), 'cpi.json');
  writeFileSync(path, content);
  return path;
};

it("is the lab's unless one was given, which is kept with its secrets", () => {
  const home = findHome({ BOSH6_HOME: temporaryDirectory() });
  expect(cpiOf(home, '/lab.sock')).toEqual({ type: 'local', properties: { socket: '/lab.sock' } });
  const given = { type: 'vsphere', properties: { vcenters: [{ password: 'secret' }] } };
  keepCpi(home, readCpi(file(JSON.stringify(given))));
  expect(cpiOf(home, '/lab.sock')).toEqual(given);
  expect(statSync(home.cpi).mode & 0o777).toBe(0o600);
});

it.each([
  ['no file', '/nowhere/cpi.json', 'ENOENT'],
  ['no JSON', file('type: vsphere'), 'JSON'],
  ['no type', file('{"properties": {}}'), 'type'],
  ['no properties', file('{"type": "vsphere"}'), 'properties'],
])('%s is refused with the file and the shape', (_what, path, why) => {
  expect(() => readCpi(path)).toThrow(
    expect.objectContaining({ code: 'CpiFileInvalid', message: expect.stringMatching(`${path}.*${why}`), hint: expect.any(String) }),
  );
});
