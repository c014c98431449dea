import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { emitYaml } from '@bosh6/formats';
import { readEntries, readJob, readRelease } from '@bosh6/formats/archives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRelease } from './create-release.js';

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);
const file = fc.record({
  path: fc.array(fc.stringMatching(/^[a-z][a-z0-9.]{0,5}$/), { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.f`),
  text: fc.string(),
});
const release = fc.record({
  jobs: fc.uniqueArray(
    fc.record({ name, templates: fc.uniqueArray(file, { selector: (f) => f.path, maxLength: 3 }), monit: fc.string() }),
    { selector: (j) => j.name, minLength: 1, maxLength: 3 },
  ),
  packages: fc.uniqueArray(fc.record({ name, files: fc.uniqueArray(file, { selector: (f) => f.path, minLength: 1, maxLength: 4 }) }), {
    selector: (p) => p.name,
    maxLength: 3,
  }),
});
type Release = typeof release extends fc.Arbitrary<infer T> ? T : never;

async function write(root: string, path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

async function lay(root: string, { jobs, packages }: Release): Promise<void> {
  await write(root, 'config/final.yml', emitYaml({ name: 'made' }));
  for (const job of jobs) {
    const templates = Object.fromEntries(job.templates.map(({ path }) => [path, `etc/${path}`]));
    await write(root, `jobs/${job.name}/spec`, emitYaml({ name: job.name, templates, packages: packages.map((p) => p.name) }));
    await write(root, `jobs/${job.name}/monit`, job.monit);
    for (const { path, text } of job.templates) await write(root, `jobs/${job.name}/templates/${path}`, text);
  }
  for (const [index, entry] of packages.entries()) {
    await write(
      root,
      `packages/${entry.name}/spec`,
      emitYaml({ name: entry.name, files: [`${entry.name}.d/**/*`], dependencies: packages.slice(0, index).map((p) => p.name) }),
    );
    await write(root, `packages/${entry.name}/packaging`, 'exit 0\n');
    for (const { path, text } of entry.files) await write(root, `src/${entry.name}.d/${path}`, text);
  }
}

// Paths where one is a directory of another cannot both be files.
const layable = (value: Release): boolean =>
  [...value.jobs.map((j) => j.templates), ...value.packages.map((p) => p.files)].every(
    (files) => !files.some((a) => files.some((b) => b.path.startsWith(`${a.path}/`))),
  );

describe('a release that was made', () => {
  it('is read back as it was, with the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(release.filter(layable), async (value) => {
        const root = await mkdtemp(join(tmpdir(), 'bosh6-test-'));
        try {
          await lay(root, value);
          const same = { version: '1', commitHash: 'c', cacheDir: join(root, 'cache') };
          const made = await createRelease(root, { tarball: join(root, 'one.tgz'), ...same });
          for (const made of ['dev_releases', '.dev_builds']) await rm(join(root, made), { recursive: true });
          await createRelease(root, { tarball: join(root, 'two.tgz'), ...same });
          expect(await readFile(join(root, 'two.tgz'))).toEqual(await readFile(join(root, 'one.tgz')));
          const read = await readRelease(join(root, 'one.tgz'), join(root, 'work'));
          expect(read.manifest).toEqual(made.manifest);
          for (const job of read.jobs) {
            const source = value.jobs.find((candidate) => candidate.name === job.name);
            const contents = await readJob(job.archivePath);
            expect(contents.monit).toBe(source?.monit);
            expect(Object.fromEntries(contents.templates.map((t) => [t.source, t.text]))).toEqual(
              Object.fromEntries(source?.templates.map((t) => [t.path, t.text]) ?? []),
            );
          }
          for (const entry of read.packages) {
            const source = value.packages.find((candidate) => candidate.name === entry.name);
            const texts = new Map<string, string>();
            await readEntries(entry.archivePath ?? '', 'package', async (item) => {
              if (item.type === 'file') texts.set(item.path, await text(item.body));
            });
            const expected = new Map(source?.files.map((f): [string, string] => [`${entry.name}.d/${f.path}`, f.text]));
            expect(texts).toEqual(expected.set('packaging', 'exit 0\n'));
          }
        } finally {
          await rm(root, { recursive: true });
        }
      }),
      { numRuns: 12 },
    );
  });
});
