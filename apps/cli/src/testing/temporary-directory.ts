import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A fresh directory that goes when the test file has ended. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'bosh6-cli-'));
  made.push(path);
  return path;
}

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});
