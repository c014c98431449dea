import type { ReleaseManifest } from '@bosh6/formats';
import { type Cell, sortRows, type Table } from '../output/table.js';

/** What release authoring prints at its end (as bosh-cli). */
export function releaseTables(manifest: ReleaseManifest, archive?: string): Table[] {
  const { name, version, jobs, packages, compiledPackages = [] } = manifest;
  const commit = `${manifest.commitHash}${manifest.uncommittedChanges ? '+' : ''}`;
  const isCompiled = compiledPackages.length > 0;
  const row = (entry: { name: string; fingerprint: string; sha1: string }, needs: readonly string[]): Cell[] => [
    `${entry.name}/${entry.fingerprint}`,
    entry.sha1,
    needs.join('\n'),
  ];
  return [
    {
      header: ['Name', 'Version', 'Commit Hash', ...(archive === undefined ? [] : ['Archive'])],
      rows: [[name, version, commit, ...(archive === undefined ? [] : [archive])]],
      transposed: true,
      api: { release: { name, version, commit_hash: manifest.commitHash, uncommitted_changes: manifest.uncommittedChanges, archive } },
    },
    {
      content: 'jobs',
      header: ['Job', 'Digest', 'Packages'],
      rows: sortRows(
        jobs.map((job) => row(job, job.packages ?? [])),
        [0],
      ),
      api: jobs,
    },
    {
      content: 'packages',
      header: ['Package', 'Digest', 'Dependencies', ...(isCompiled ? ['OS', 'OS Version'] : [])],
      rows: sortRows(
        [
          ...packages.map((entry) => [...row(entry, entry.dependencies), ...(isCompiled ? ['', ''] : [])]),
          ...compiledPackages.map((entry) => [...row(entry, entry.dependencies), entry.stemcell.os, entry.stemcell.version]),
        ],
        [0],
      ),
      api: [...packages, ...compiledPackages],
    },
  ];
}
