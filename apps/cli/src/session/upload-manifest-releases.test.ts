import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '@bosh6/formats';
import { afterEach, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Answer, type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

let stub: StubDirector | undefined;
afterEach(() => stub?.close());

/** Deploys `web` with one release; what was posted, and what was said. */
async function deploy(release: string, answers: Record<string, Answer> = {}): Promise<{ posts: string[]; sent: unknown; out: string }> {
  stub = await startStubDirector(({ method, path }) => {
    const given = answers[path];
    if (given !== undefined) return given;
    if (path.startsWith('/tasks/7/output')) return { text: '' };
    if (path === '/tasks/7') return { json: { id: 7, state: 'done', result: '' } };
    if (path.startsWith('/deployments/web/diff')) return { json: { diff: [] } };
    if (method === 'POST' && /^\/(releases|deployments)$/.test(path)) return { status: 302, headers: { location: '/tasks/7' } };
    return path.startsWith('/configs') || path.startsWith('/packages') ? { json: [] } : undefined;
  });
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'ca'), stub.ca);
  for (const folder of ['config', 'jobs', 'packages', 'src']) mkdirSync(join(directory, 'demo', folder), { recursive: true });
  writeFileSync(join(directory, 'demo/config/final.yml'), 'name: other\n');
  writeFileSync(
    join(directory, 'web.yml'),
    `name: web\nreleases:\n- {name: demo, ${release.replace('DIR', join(directory, 'demo'))}}\n- {name: a, version: 1}\n`,
  );
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', `[::1]:${stub.port}`, '-n', '--tty'];
  const code = await run([...global, '-d', 'web', 'deploy', join(directory, 'web.yml')], io);
  expect(code, io.err()).toBe(0);
  const posts = stub.exchanges.filter(({ method, path }) => method === 'POST' && !path.startsWith('/uaa'));
  const sent = posts.filter(({ path }) => path.startsWith('/deployments')).map(({ body }) => parseYaml(body, 'sent').value);
  expect(sent[1]).toEqual(sent[0]);
  return { posts: posts.map(({ path }) => path.replace(/\?.*/, '')), sent: sent[0], out: io.out() };
}

it.each(['url: DIR', 'url: "file://DIR"'])('a release of version create is made of its directory: %s', async (url) => {
  const { posts, sent } = await deploy(`version: create, ${url}`);
  expect(posts).toEqual(['/packages/matches', '/releases', '/deployments/web/diff', '/deployments']);
  const version = expect.stringMatching(/^0\+dev\.\d{10}$/);
  expect(sent).toEqual({
    name: 'web',
    releases: [
      { name: 'demo', version },
      { name: 'a', version: 1 },
    ],
  });
});

it('a compiled release is there when all of it is compiled for that stemcell', async () => {
  const there = (stemcell: string): Record<string, Answer> => ({
    '/releases': { json: [{ name: 'demo', release_versions: [{ version: '2' }] }] },
    '/releases/demo?version=2': { json: { jobs: [], packages: [{ name: 'p', blobstore_id: null, compiled_packages: [{ stemcell }] }] } },
  });
  const release = 'version: "2", url: "https://example.org/d.tgz", exported_from: [{os: noble, version: "1.2"}]';
  const { posts, out, sent } = await deploy(release, there('noble/1.2'));
  expect(posts).toEqual(['/deployments/web/diff', '/deployments']);
  expect(out).toContain("Release 'demo/2' for stemcell 'noble/1.2' already exists.");
  expect(sent).toMatchObject({ releases: [{ url: 'https://example.org/d.tgz' }, {}] });
});
