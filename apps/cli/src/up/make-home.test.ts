import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { findHome, type Home } from './home.js';
import { makeHome } from './make-home.js';

const at = (root: string): Home => findHome({ BOSH6_HOME: root });

describe('the state directory', () => {
  it('is made with what is above it, for its owner only, and kept when it is there', () => {
    const home = at(join(temporaryDirectory(), 'a', 'b'));
    makeHome(home);
    makeHome(home);
    expect([home.root, home.director].map((path) => statSync(path).mode & 0o7777)).toEqual([0o700, 0o700]);
  });

  it.each([
    ['/proc/x', 'its file system takes no new directories (ENOENT)'],
    ['/proc', 'its file system takes no new directories (ENOENT)'],
    ['/proc/self/x/y', 'its file system takes no new directories (ENOENT)'],
    ['/dev/null', 'it, or what it is to be in, is no directory (EEXIST)'],
    ['/dev/null/x', 'it, or what it is to be in, is no directory (EEXIST)'],
  ])('%s is refused with how to choose another', (root, why) => {
    expect(() => makeHome(at(root))).toThrow(
      expect.objectContaining({
        code: 'UnusableHome',
        message: `the state directory ${root} cannot be used: ${why}`,
        hint: expect.stringContaining('BOSH6_HOME='),
      }),
    );
  });

  it('is refused by `bosh6 up` before anything is started', () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    for (const root of ['/proc/x', file]) {
      const cli = new URL('../../bin/bosh6.js', import.meta.url).pathname;
      const { status, stderr } = spawnSync(process.execPath, [cli, 'up'], {
        env: { ...process.env, BOSH6_HOME: root },
        encoding: 'utf8',
        timeout: 20_000,
        killSignal: 'SIGKILL',
      });
      expect(stderr).toContain(`the state directory ${root} cannot be used`);
      expect(status).toBe(2);
    }
  });
});
