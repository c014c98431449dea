import type { DevRelease } from '@bosh6/formats/archives';
import type { Table } from '../output/table.js';

/** What release authoring prints at its end (as bosh-cli). */
export function releaseTables({ manifest, tarball }: DevRelease): Table[] {
  const commit = `${manifest.commitHash}${manifest.uncommittedChanges ? '+' : ''}`;
  return [
    {
      header: ['Name', 'Version', 'Commit Hash', ...(tarball === undefined ? [] : ['Archive'])],
      rows: [[manifest.name, manifest.version, commit, ...(tarball === undefined ? [] : [tarball.path])]],
      transposed: true,
    },
    {
      content: 'jobs',
      header: ['Job', 'Digest', 'Packages'],
      rows: manifest.jobs.map(({ name, fingerprint, sha1, packages = [] }) => [`${name}/${fingerprint}`, sha1, packages.join('\n')]),
    },
    {
      content: 'packages',
      header: ['Package', 'Digest', 'Dependencies'],
      rows: manifest.packages.map(({ name, fingerprint, sha1, dependencies }) => [`${name}/${fingerprint}`, sha1, dependencies.join('\n')]),
    },
  ];
}
