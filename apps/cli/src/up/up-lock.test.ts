import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHome, type Home } from './home.js';
import { ensureTrust } from './trust.js';
import { withUpLock } from './up-lock.js';

let home: Home;
beforeEach(() => {
  home = findHome({ BOSH6_HOME: mkdtempSync(join(tmpdir(), 'bosh6-up-')) });
});
afterEach(() => rmSync(home.root, { recursive: true }));

describe('two `up`s at once', () => {
  it('take turns, so that both trust the same', async () => {
    const waited: number[] = [];
    const seen: string[] = [];
    const up = async (number: number): Promise<string> =>
      withUpLock(
        home,
        () => waited.push(number),
        async () => {
          seen.push(`in ${number}`);
          await ensureTrust(home);
          seen.push(`out ${number}`);
          return readFileSync(home.creds, 'utf8');
        },
      );
    const [one, two] = await Promise.all([up(1), up(2)]);
    expect(seen).toEqual(['in 1', 'out 1', 'in 2', 'out 2']);
    expect(waited).toEqual([2]);
    expect(two).toBe(one);
  });

  it('of different homes do not wait for each other', async () => {
    const none = (): never => expect.unreachable();
    const inner = withUpLock({ root: `${home.root}/other` }, none, async () => 'inner');
    expect(await withUpLock(home, none, () => inner)).toBe('inner');
  });

  it('go on when the first one is killed, or fails', async () => {
    const program = `import { withUpLock } from ${JSON.stringify(new URL('../../dist/up/up-lock.js', import.meta.url).href)};
      await withUpLock({ root: ${JSON.stringify(home.root)} }, () => {}, () => { console.log('in'); return new Promise(() => setInterval(() => {}, 1e6)); });`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    let waits = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      waits = resolve;
    });
    const second = withUpLock(home, waits, async () => 'second');
    await waiting;
    holder.kill('SIGKILL');
    expect(await second).toBe('second');
    await expect(withUpLock(home, waits, () => Promise.reject(new TypeError('x')))).rejects.toThrow('x');
    expect(
      await withUpLock(
        home,
        () => expect.unreachable(),
        async () => 'third',
      ),
    ).toBe('third');
  });
});
