import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Exchange, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

afterEach(() => vi.unstubAllEnvs());

/** What `task 7` prints, and how it exits, when the Director ends amid the task. */
async function printed(isOwn: boolean): Promise<{ text: string; code: number }> {
  const stub = await startStubDirector(({ path }: Exchange) => {
    if (path.includes('/output')) void stub.close();
    return path.includes('/output') ? { status: 204 } : path === '/tasks/7' ? { json: { id: 7, state: 'processing' } } : undefined;
  });
  const directory = temporaryDirectory();
  vi.stubEnv('BOSH6_HOME', directory);
  if (isOwn) writeFileSync(join(directory, 'director.json'), '{}');
  writeFileSync(join(directory, 'ca'), stub.ca);
  const io = capturedIo();
  const environment = `[::1]:${stub.port}`;
  const code = await run(['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', environment, 'task', '7'], io);
  return { text: io.err().replaceAll(environment, 'ADDRESS'), code };
}

it('a task whose Director of this machine ends is named, with how to see what became of it', async () => {
  const { text, code } = await printed(true);
  expect(code).toBe(4);
  expect(text).toContain('no Director answers at https://ADDRESS');
  expect(text).toContain('and task 7 was running');
  expect(text).toContain('fix: start the Director again with `bosh6 up`, then see what became of the task with `bosh6 -e ADDRESS task 7`');
});

it('of another Director it is not said how that is started', async () => {
  const { text, code } = await printed(false);
  expect(code).toBe(4);
  expect(text).toContain('fix: once the Director answers again, see what became of the task with `bosh6 -e ADDRESS task 7`');
});
