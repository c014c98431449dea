import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { labEnded, labIdentity } from './lab-ended.js';

describe("a shell's lab", () => {
  it('has ended when none runs, or another one', () => {
    const home = temporaryDirectory();
    const cause = new Error('ENETUNREACH');
    expect(labEnded(cause, { BOSH6_HOME: home, BOSH6_LAB: '7-100' })).toMatchObject({ code: 'LabEnded', cause });
    mkdirSync(join(home, 'lab'));
    writeFileSync(join(home, 'lab', 'lab.json'), JSON.stringify({ pid: 7, startTime: '100', state: 'running' }));
    expect(labIdentity(join(home, 'lab'))).toBe('7-100');
    expect(labEnded(cause, { BOSH6_HOME: home, BOSH6_LAB: '7-100' })).toBeUndefined();
    expect(labEnded(cause, { BOSH6_HOME: home })).toBeUndefined();
    expect(labEnded(cause, { BOSH6_HOME: home, BOSH6_LAB: '7-99' })).toMatchObject({ code: 'LabEnded' });
  });
});
