import type { CompiledReleasePackage } from '@bosh6/formats';
import { dependencyKey } from '@bosh6/plan';
import type { CompiledPackageRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Of a compiled release's packages, by name: what is stored of the same fingerprint, for the same stemcell, compiled with the same dependencies. */
export async function compiledTwins(
  read: Repositories,
  packages: readonly CompiledReleasePackage[],
): Promise<Map<string, CompiledPackageRow[]>> {
  const fingerprints = packages.map(({ fingerprint }) => fingerprint);
  const rows = new Map((await read.releases.packages.allIn('fingerprint', fingerprints)).map((row) => [row.id, row]));
  const compiled = await read.compiledPackages.ofPackages([...rows.keys()]);
  return new Map(
    packages.map((entry) => {
      const key = dependencyKey(entry, packages);
      const twins = compiled.filter(
        ({ packageId, stemcellOs, stemcellVersion, ...row }) =>
          rows.get(packageId)?.fingerprint === entry.fingerprint &&
          stemcellOs === entry.stemcell.os &&
          stemcellVersion === entry.stemcell.version &&
          row.dependencyKey === key,
      );
      return [entry.name, twins];
    }),
  );
}
