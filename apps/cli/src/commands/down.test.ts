import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { findHome, type Home } from '../up/home.js';

afterEach(() => vi.unstubAllEnvs());

const left = ({ settings, fixtures }: Home): string[] => [settings, fixtures];

it.each([true, false])('down --delete-state says what of a person it leaves; there is some: %s', async (isThere) => {
  vi.stubEnv('BOSH6_HOME', temporaryDirectory());
  const home = findHome();
  if (isThere) {
    mkdirSync(home.fixtures, { recursive: true });
    writeFileSync(home.settings, '{}');
  }
  const io = capturedIo();
  expect(await run(['down', '--delete-state', '-n'], io)).toBe(0);
  expect(left(home).map((path) => existsSync(path))).toEqual([isThere, isThere]);
  expect(left(home).map((path) => io.err().includes(path))).toEqual([isThere, isThere]);
});
