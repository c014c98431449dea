import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Digests, readRelease, writeArchive } from '@bosh6/formats/archives';
import { afterEach, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Answer, type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

let stub: StubDirector | undefined;
afterEach(() => stub?.close());

/** Release `demo/1` with packages `one` and `two`, at `directory`/demo.tgz. */
async function makeRelease(directory: string, list: 'packages' | 'compiled_packages'): Promise<void> {
  const archive = join(directory, 'p.tgz');
  const { sha1 }: Digests = await writeArchive(archive, [{ path: 'packaging', text: '' }]);
  const more = list === 'packages' ? '' : ', stemcell: debian-bookworm/1.0';
  const entries = ['one', 'two'].map(
    (name) => `- {name: ${name}, version: ${name}, fingerprint: ${name}, sha1: ${sha1}, dependencies: []${more}}`,
  );
  const text = ['name: demo', 'version: "1"', 'jobs: []', `${list}:`, ...entries].join('\n');
  const files = ['one', 'two'].map((name) => ({ path: `${list}/${name}.tgz`, file: archive }));
  await writeArchive(join(directory, 'demo.tgz'), [{ path: 'release.MF', text }, ...files]);
}

/** The packages whose files came, and what was asked. */
async function upload(
  list: 'packages' | 'compiled_packages',
  known: Answer,
  flags: string[] = [],
): Promise<{ sent: string[]; asked: string[] }> {
  stub = await startStubDirector(({ path }) => {
    if (path.startsWith('/packages/')) return known;
    if (path.startsWith('/releases')) return { status: 302, headers: { location: '/tasks/7' } };
    if (path.startsWith('/tasks/7/output')) return { text: '' };
    return path === '/tasks/7' ? { json: { id: 7, state: 'done', result: '' } } : undefined;
  });
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'ca'), stub.ca);
  await makeRelease(directory, list);
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', `[::1]:${stub.port}`, '-n'];
  const code = await run([...global, 'upload-release', join(directory, 'demo.tgz'), ...flags], io);
  expect(code, io.err()).toBe(0);
  const posts = stub.exchanges.filter(({ method, path }) => method === 'POST' && !path.startsWith('/uaa'));
  writeFileSync(join(directory, 'sent.tgz'), posts.at(-1)?.bytes ?? '');
  const { packages, compiledPackages } = await readRelease(join(directory, 'sent.tgz'), join(directory, 'sent'));
  const sent = [...packages, ...compiledPackages].filter(({ archivePath }) => archivePath !== undefined).map(({ name }) => name);
  return { sent, asked: posts.map(({ path }) => path) };
}

it.each([
  ['packages', '/packages/matches'],
  ['compiled_packages', '/packages/matches_compiled'],
] as const)('leaves out the %s that the Director has', async (list, path) => {
  expect(await upload(list, { json: ['one'] })).toEqual({ sent: ['two'], asked: [path, '/releases'] });
});

it('sends all where the Director has none, or does not say', async () => {
  expect((await upload('packages', { json: [] })).sent).toEqual(['one', 'two']);
  await stub?.close();
  expect((await upload('packages', { status: 403, text: '' })).sent).toEqual(['one', 'two']);
});

it('does not ask when everything is to be replaced', async () => {
  expect(await upload('packages', { json: ['one'] }, ['--fix'])).toEqual({ sent: ['one', 'two'], asked: ['/releases?fix=true'] });
});
