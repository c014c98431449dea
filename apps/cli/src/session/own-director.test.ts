import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineErrors } from '@bosh6/base';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { asOwnDirector } from './own-director.js';

afterEach(() => vi.unstubAllEnvs());

const unreachable = defineErrors({ DirectorUnreachable: { fault: 'operator' } })('DirectorUnreachable', 'no Director answers');
const home = (up: boolean): Record<string, string> => {
  const root = temporaryDirectory();
  if (up) writeFileSync(join(root, 'director.json'), '{}');
  return { BOSH6_HOME: root };
};

describe('a Director of this machine that does not answer', () => {
  it.each(['::1', 'https://[::1]:25555', '127.0.0.1', '127.0.0.2:25555', 'localhost'])('%s: `bosh6 up` starts it again', (url) => {
    expect(asOwnDirector(unreachable, url, home(true))).toMatchObject({
      code: 'OwnDirectorEnded',
      message: 'no Director answers',
      hint: expect.stringContaining('`bosh6 up`'),
      cause: unreachable,
    });
  });

  it.each(['10.0.9.151', 'director.example', 'fe80::1%lo', '2001:db8::1'])('%s is another', (url) => {
    expect(asOwnDirector(unreachable, url, home(true))).toBe(unreachable);
  });

  it('is not meant where `bosh6 up` never was, nor by other errors', () => {
    expect(asOwnDirector(unreachable, '::1', home(false))).toBe(unreachable);
    const other = new Error('x');
    expect(asOwnDirector(other, '::1', home(true))).toBe(other);
  });

  it('is what a command says', async () => {
    const stub = await startStubDirector(() => undefined);
    await stub.close();
    vi.stubEnv('BOSH6_HOME', home(true).BOSH6_HOME);
    const io = capturedIo();
    expect(await run(['--config', join(temporaryDirectory(), 'config'), '-e', `[::1]:${stub.port}`, 'environment'], io)).toBe(4);
    expect(io.err()).toContain(`no Director answers at https://[::1]:${stub.port} (ECONNREFUSED)`);
    expect(io.err()).toContain('start it again with `bosh6 up`');
  });
});
