import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Progress } from './progress.js';

it('tells of each point, keeps it in a file, and counts', () => {
  const directory = mkdtempSync(join(tmpdir(), 'b6-'));
  try {
    const file = join(directory, 'log');
    const progress = new Progress(2, file);
    progress.tell(7, 'bus in deploy, step 3 of 9', 'survived', 'before transaction');
    progress.tell(8, 'bus in delete, step 1 of 9', 'FAILED', 'a disk is leaked');
    const [one, two] = readFileSync(file, 'utf8').split('\n');
    expect(one).toMatch(/^7 survived: bus in deploy, step 3 of 9: before transaction \(0:00:\d\d since the first, 0:00:\d\d left\)$/);
    expect(two).toMatch(/^8 FAILED: .*, 0:00:00 left\)$/);
    expect(progress.counts).toEqual({ survived: 1, 'not reached': 0, FAILED: 1 });
  } finally {
    rmSync(directory, { recursive: true });
  }
});
