import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

let stub: StubDirector | undefined;
afterEach(() => stub?.close());

async function deleteConfig(argv: string[], status: number): Promise<{ code: number; err: string; asked: string[] }> {
  const asked: string[] = [];
  stub = await startStubDirector(({ method, path }) => {
    if (method !== 'DELETE') return undefined;
    asked.push(path);
    return { status };
  });
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'ca'), stub.ca);
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', `[::1]:${stub.port}`, '-n', '--tty'];
  const code = await run([...global, 'delete-config', ...argv], io);
  return { code, err: io.err() + io.out(), asked };
}

it.each([
  [['3'], '/configs/3'],
  [['--type', 'cloud', '--name', 'a b'], '/configs?name=a+b&type=cloud'],
])('%j deletes %s', async (argv, path) => {
  expect(await deleteConfig(argv, 204)).toMatchObject({ code: 0, asked: [path] });
});

it('has nothing to do where there is none', async () => {
  const { code, err } = await deleteConfig(['--type', 'cloud', '--name', 'x'], 404);
  expect(code, err).toBe(0);
  expect(err).toContain("No configs to delete: no matches for type 'cloud' and name 'x' found.");
});

it.each([[[]], [['3', '--type', 'cloud', '--name', 'x']], [['--type', 'cloud']]])('asks which one for %j', async (argv) => {
  const { code, err, asked } = await deleteConfig(argv, 204);
  expect(code).not.toBe(0);
  expect(err).toContain('give its ID, or both --type and --name');
  expect(asked).toEqual([]);
});
