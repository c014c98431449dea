import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeState } from '../walkthrough/remove-state.js';

describe('a walkthrough says whose state it removes', () => {
  it.each([
    ['this', "this walkthrough's lab"],
    ['an earlier', 'an earlier walkthrough'],
  ] as const)('%s', async (whose, words) => {
    const home = join(mkdtempSync(join(tmpdir(), 'bosh6-walk-')), 'home');
    const said: string[] = [];
    const remove = () => removeState(home, whose, (text) => said.push(text));
    await remove();
    expect(said).toEqual([]);
    mkdirSync(join(home, 'work'), { recursive: true });
    await remove();
    expect(said).toEqual([expect.stringContaining(words)]);
    expect(said[0]).toContain(home);
    expect(existsSync(home)).toBe(false);
  });
});
