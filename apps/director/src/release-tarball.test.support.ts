import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { writeArchive } from '@bosh6/formats/archives';

/** Writes release `demo/1.0` with a job and a package to `path`; its parts are made below `dir`. */
export async function makeRelease(path: string, dir: string, options: { commit?: string; text?: string } = {}): Promise<void> {
  const parts = await mkdtemp(join(dir, 'parts-'));
  const pkg = await writeArchive(join(parts, 'p.tgz'), [{ path: 'packaging', text: `echo ${options.text ?? 'a'}` }]);
  const spec = 'name: web\ntemplates:\n  a.erb: config/a\npackages: [tool]\nproperties:\n  port: {default: 80}\n';
  const job = await writeArchive(join(parts, 'j.tgz'), [
    { path: 'job.MF', text: spec },
    { path: 'monit', text: '' },
    { path: 'templates/a.erb', text: '<%= p("port") %>' },
  ]);
  const manifest = [
    'name: demo',
    'version: "1.0"',
    `commit_hash: ${options.commit ?? 'abc'}`,
    'uncommitted_changes: false',
    'jobs:',
    `- {name: web, version: j1, fingerprint: j1, sha1: ${job.sha1}, packages: [tool]}`,
    'packages:',
    `- {name: tool, version: p1, fingerprint: p1, sha1: ${pkg.sha1}, dependencies: []}`,
  ].join('\n');
  await writeArchive(path, [
    { path: 'release.MF', text: manifest },
    { path: 'jobs/web.tgz', file: join(parts, 'j.tgz') },
    { path: 'packages/tool.tgz', file: join(parts, 'p.tgz') },
  ]);
}
