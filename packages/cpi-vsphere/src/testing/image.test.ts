import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { writeImage } from './image.js';

afterEach(() => vi.useRealTimers());

it('has the same bytes whenever it is written', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'b6-'));
  try {
    const written = [];
    for (const now of ['2026-01-01', '2027-01-01']) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      await writeImage(join(directory, now));
      written.push(readFileSync(join(directory, now)));
    }
    expect(written[0]).toEqual(written[1]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
