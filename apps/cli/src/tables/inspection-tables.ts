import type { Json } from '@bosh6/base';
import type { ReleaseInspection } from '@bosh6/director-api/client';
import { type Cell, sortRows, type Table } from '../output/table.js';
import { cellYaml } from '../output/values.js';

/** Jobs and packages of a release that the Director has (as bosh-cli). */
export function inspectionTables({ jobs, packages }: ReleaseInspection): Table[] {
  const jobRows = (jobs ?? []).map((job): Cell[] => [
    `${job.name ?? ''}/${job.fingerprint ?? ''}`,
    job.blobstore_id ?? '',
    job.sha1 ?? '',
    links(job.consumes),
    links(job.provides),
  ]);
  const packageRows = (packages ?? []).flatMap((one): Cell[][] => {
    const name = `${one.name ?? ''}/${one.fingerprint ?? ''}`;
    const compiled = (one.compiled_packages ?? []).map((each) => [name, each.stemcell ?? '', each.blobstore_id ?? '', each.sha1 ?? '']);
    return [[name, '(source)', one.blobstore_id ?? '', one.sha1 ?? ''], ...compiled];
  });
  return [
    {
      api: { jobs: jobs ?? [] },
      content: 'jobs',
      header: ['Job', 'Blobstore ID', 'Digest', 'Links Consumed', 'Links Provided'],
      rows: sortRows(jobRows, [0]),
    },
    {
      api: { packages: packages ?? [] },
      content: 'packages',
      header: ['Package', 'Compiled for', 'Blobstore ID', 'Digest'],
      rows: sortRows(packageRows, [0], [1]),
    },
  ];
}

const links = (list: readonly object[] | null | undefined): string => ((list ?? []).length === 0 ? '' : cellYaml(list as unknown as Json));
