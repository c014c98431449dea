import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeError } from './error-report.js';

describe('errors that are not ours', () => {
  it('of the system say which file, and why', () => {
    const path = join(tmpdir(), 'bosh6-no-such-file');
    let caught: unknown;
    try {
      readFileSync(path);
    } catch (error) {
      caught = error;
    }
    expect(describeError(caught)).toBe(`'${path}' cannot be used: there is no such file (ENOENT)`);
  });
});
