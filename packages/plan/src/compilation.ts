import type { DesiredPackage } from './desired.js';
import { fail } from './errors.js';
import { dependencyKey } from './packages.js';
import type { PlacedGroup } from './placement.js';
import type { CompileStep, PackageRef } from './plan.js';
import type { CompiledPackage } from './snapshot.js';
import { stemcellOn } from './stemcell-of.js';

/** The packages of `groups` with what is compiled of them, and the steps that compile the rest with a CPI, dependencies first. Throws 50003 where that has not got a group's stemcell. */
export function planCompilation(
  groups: readonly PlacedGroup[],
  compiled: readonly CompiledPackage[],
  cpi: string,
): { steps: CompileStep[]; refs: Map<string, PackageRef[]> } {
  const known = new Map(compiled.map((each) => [keyOf(each), each]));
  const steps = new Map<string, CompileStep>();
  const refs = new Map<string, PackageRef[]>();
  for (const group of groups) {
    if (group.instances === 0 && group.lifecycle === 'service') continue;
    const { stemcell, packages } = group;
    const refOf = (pkg: DesiredPackage): PackageRef => {
      const ref: PackageRef = {
        name: pkg.name,
        version: pkg.version,
        packageId: pkg.id,
        stemcellOs: stemcell.os,
        stemcellVersion: stemcell.version,
        dependencyKey: dependencyKey(pkg, packages),
      };
      const found = known.get(keyOf(ref));
      return found === undefined ? ref : { ...ref, compiled: found };
    };
    const byName = new Map(packages.map((pkg) => [pkg.name, pkg]));
    for (const pkg of packages) {
      const ref = refOf(pkg);
      if (ref.compiled !== undefined || steps.has(keyOf(ref))) continue;
      if (pkg.blobstoreId === undefined) {
        throw fail(
          'PackageMissingSource',
          `package '${pkg.name}/${pkg.version}' has no source, and nothing compiled for ${stemcell.os}/${stemcell.version}`,
          {
            hint: `upload release '${pkg.release}' with its sources, or compiled for this stemcell`,
          },
        );
      }
      stemcellOn({ stemcells: [stemcell] }, stemcell.alias, cpi, `compilation of package '${pkg.name}/${pkg.version}'`);
      steps.set(keyOf(ref), {
        title: `${pkg.name}/${pkg.fingerprint}`,
        package: pkg,
        stemcell,
        dependencyKey: ref.dependencyKey,
        dependencies: closure(pkg, byName).map(refOf),
      });
    }
    refs.set(group.name, packages.map(refOf));
  }
  return { steps: [...steps.values()], refs };
}

/** A compiled package's identity, in one string. */
export function keyOf(of: { packageId: number; stemcellOs: string; stemcellVersion: string; dependencyKey: string }): string {
  return JSON.stringify([of.packageId, of.stemcellOs, of.stemcellVersion, of.dependencyKey]);
}

function closure(pkg: DesiredPackage, byName: ReadonlyMap<string, DesiredPackage>): DesiredPackage[] {
  const seen = new Map<string, DesiredPackage>();
  const visit = (name: string): void => {
    const found = byName.get(name);
    if (found === undefined || seen.has(name)) return;
    for (const dependency of found.dependencies) visit(dependency);
    seen.set(name, found);
  };
  for (const name of pkg.dependencies) visit(name);
  return [...seen.values()];
}
