import { compareVersions, isLatest, type Manifest, newestVersion } from '@bosh6/formats';
import type { DesiredStemcell } from '@bosh6/plan';
import type { KnownCpi } from '../core/collaborators.js';
import type { StemcellRow } from '../persistence/rows/index.js';
import { stemcellFor } from '../stemcells/stemcell-for.js';
import { fail } from './errors.js';

export interface HeldStemcell {
  id: number;
  alias: string;
  pointer: string;
}

/**
 * The stemcells that the manifest names, each as often as CPIs have it: one version for all of them. `''` is the CPI of instances without AZ, and of all
 * without CPI config. Throws 50003 with the manifest's pointer.
 */
export function resolveStemcells(
  all: readonly StemcellRow[],
  manifest: Manifest,
  cpis: readonly KnownCpi[],
): { desired: DesiredStemcell[]; held: HeldStemcell[] } {
  const own: KnownCpi = { name: '', formerNames: [] };
  const usable = cpis.some(({ name }) => name === '') ? cpis : [...cpis, own];
  const found = manifest.stemcells.flatMap((wanted) => {
    const { alias, pointer } = wanted;
    const what = wanted.os === undefined ? `stemcell '${wanted.name}'` : `stemcell for '${wanted.os}'`;
    const fitting = all.filter((row) => (wanted.os === undefined ? row.name === wanted.name : row.os === wanted.os));
    const rows = rowsOfVersion(fitting, wanted.version);
    if (rows.length === 0) {
      const known = [...new Set(all.map(({ name, version }) => `${name}/${version}`))].join(', ') || 'none';
      throw fail('StemcellNotFound', `no ${what} of version '${wanted.version}' is uploaded; there is ${known}`, {
        where: { pointer: fitting.length === 0 ? pointer : `${pointer}/version` },
      });
    }
    const matches = usable.flatMap((cpi) => {
      const row = stemcellFor(cpi, rows);
      return row === undefined ? [] : [{ id: row.id, alias, pointer, row, cpi: cpi.name }];
    });
    if (matches.length > 0) return matches;
    const names = cpis.map(({ name }) => (name === '' ? "the Director's own" : `'${name}'`)).join(', ');
    throw fail('StemcellNotFound', `${what} of version '${rows[0]?.version}' is on none of the present CPIs: ${names}`, {
      where: { pointer },
      hint: 'upload it again: each CPI that has not got it gets it then',
    });
  });
  return {
    desired: found.map(({ alias, cpi, row: { name, os, version, cid, apiVersion } }) => {
      return { alias, name, os, version, cid, cpi, apiVersion: apiVersion ?? 1 };
    }),
    held: found.map(({ id, alias, pointer }) => ({ id, alias, pointer })),
  };
}

function rowsOfVersion(rows: readonly StemcellRow[], wanted: string): StemcellRow[] {
  const latest = isLatest(wanted);
  if (latest === undefined) return rows.filter(({ version }) => compareVersions(version, wanted) === 0);
  const newest = newestVersion(
    rows.map(({ version }) => version),
    latest.prefix,
  );
  return rows.filter(({ version }) => version === newest);
}
