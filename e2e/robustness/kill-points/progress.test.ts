import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Progress } from './progress.js';

it('tells of each point, keeps it in a file, and counts', () => {
  const directory = mkdtempSync(join(tmpdir(), 'b6-'));
  try {
    const file = join(directory, 'log');
    const progress = new Progress(file);
    expect(progress.left(['bus in deploy, step 3', 'bus in delete, step 1'], String)).toHaveLength(2);
    progress.tell('bus in deploy, step 3 of 9', 'survived', 'before transaction');
    progress.tell('bus in delete, step 1 of 9', 'FAILED', 'a disk is leaked');
    const [one, two] = readFileSync(file, 'utf8').split('\n');
    expect(one).toMatch(/^1\/2 survived: bus in deploy, step 3 of 9: before transaction \(0:00:\d\d since the first, 0:00:\d\d left\)$/);
    expect(two).toMatch(/^2\/2 FAILED: .*, 0:00:00 left\)$/);
    expect(progress.counts).toEqual({ survived: 1, 'not reached': 0, FAILED: 1 });
  } finally {
    rmSync(directory, { recursive: true });
  }
});

it('goes on where a sweep was broken off: what survived, whatever the lab of then counted, is not done again', () => {
  const directory = mkdtempSync(join(tmpdir(), 'b6-'));
  try {
    const file = join(directory, 'log');
    const before = new Progress(file);
    before.tell('bus in deploy, step 3 of 9', 'survived', 'before transaction');
    before.tell('bus in deploy, step 31 of 8', 'not reached', '');
    before.tell('bus in delete, step 1 of 9', 'FAILED', 'a disk is leaked');
    const points = [3, 31, 4].map((step) => `bus in deploy, step ${step}`).concat('bus in delete, step 1');
    expect(new Progress(file).left(points, String)).toEqual(points.slice(1));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
