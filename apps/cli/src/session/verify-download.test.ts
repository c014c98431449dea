import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodeOf, exitCodes } from '../exit-code.js';
import { verifyDownload } from './verify-download.js';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'verify-download-'));
  file = join(directory, 'logs.tgz');
  writeFileSync(file, 'logs');
});
afterEach(() => rmSync(directory, { recursive: true }));

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

test('what arrived whole stays', async () => {
  await verifyDownload(file, sha256('logs'), 'blob-1');
  expect(existsSync(file)).toBe(true);
});

test('what arrived otherwise goes, and is not the fault of whoever typed the command', async () => {
  const error: unknown = await verifyDownload(file, sha256('other'), 'blob-1').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'DownloadDamaged', where: { object: 'blob-1' }, details: { expected: sha256('other') } });
  expect(exitCodeOf(error)).toBe(exitCodes.unreachable);
  expect(existsSync(file)).toBe(false);
});
