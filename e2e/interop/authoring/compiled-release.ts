import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveEntry, writeArchive, writeRelease } from '@bosh6/formats/archives';

/** Writes a release tarball as a Director exports it: one job, two compiled packages, no license. The same bytes each time. */
export async function writeCompiledRelease(path: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'bosh6-compiled-'));
  try {
    const archive = async (name: string, entries: ArchiveEntry[]) => {
      const archivePath = join(work, name);
      const { sha1 } = await writeArchive(archivePath, entries);
      return { archivePath, entry: { name, version: `${name}-fingerprint`, fingerprint: `${name}-fingerprint`, sha1 } };
    };
    const job = await archive('web', [
      { path: './job.MF', text: 'name: web\npackages: [app]\n' },
      { path: './monit', text: '' },
    ]);
    const [app, lib] = [await archive('app', [{ path: './app', text: 'a' }]), await archive('lib', [{ path: './lib', text: 'l' }])];
    const stemcell = { os: 'ubuntu-jammy', version: '1.10' };
    await writeRelease(path, {
      manifest: {
        name: 'web',
        version: '3',
        commitHash: 'abc1234',
        uncommittedChanges: true,
        jobs: [{ ...job.entry, packages: ['app'] }],
        packages: [],
        compiledPackages: [
          { ...app.entry, stemcell, dependencies: ['lib'] },
          { ...lib.entry, stemcell, dependencies: [] },
        ],
        noCompression: false,
      },
      jobs: [{ name: 'web', archivePath: job.archivePath }],
      packages: [],
      compiledPackages: [app, lib].map(({ archivePath, entry: { name } }) => ({ name, archivePath })),
    });
  } finally {
    await rm(work, { recursive: true });
  }
}
