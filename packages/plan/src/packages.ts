import type { DesiredPackage, DesiredRelease } from './desired.js';
import { fail } from './errors.js';

/** Everything the named packages need, themselves included, each after those it depends on. Throws on unknown names and cycles. */
export function withDependencies(names: Iterable<string>, release: DesiredRelease): DesiredPackage[] {
  const byName = new Map(release.packages.map((pkg) => [pkg.name, pkg]));
  const done = new Set<string>();
  const order: DesiredPackage[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return;
    if (path.includes(name)) {
      throw fail('PackageCycle', `packages of release '${release.name}' depend on each other in a circle: ${[...path, name].join(' -> ')}`);
    }
    const pkg = byName.get(name);
    if (pkg === undefined) {
      const needer = path.at(-1);
      const by = needer === undefined ? 'a job' : `package '${needer}'`;
      throw fail('PackageUnknown', `release '${release.name}/${release.version}' has no package '${name}', which ${by} needs`);
    }
    for (const dependency of [...pkg.dependencies].sort()) visit(dependency, [...path, name]);
    done.add(name);
    order.push(pkg);
  };
  for (const name of names) visit(name, []);
  return order;
}

type Dependent = Pick<DesiredPackage, 'name' | 'version' | 'dependencies'>;

/**
 * BOSH's `dependency_key`: compact JSON of the direct dependencies sorted by name, recursively:
 * `[["NAME","VERSION"],["NAME2","VERSION2",[["DEP","V"]]]]`; `[]` without any.
 */
export function dependencyKey(pkg: Dependent, packages: readonly Dependent[]): string {
  const byName = new Map(packages.map((each) => [each.name, each]));
  const tree = (of: Dependent): unknown[] =>
    [...of.dependencies].sort().map((name) => {
      const dependency = byName.get(name);
      if (dependency === undefined) throw fail('PackageUnknown', `package '${of.name}' needs '${name}', which is not there`);
      const below = tree(dependency);
      return below.length === 0 ? [name, dependency.version] : [name, dependency.version, below];
    });
  return JSON.stringify(tree(pkg));
}

/** One map of packages for a group: two releases may not bring different packages of one name (80011). */
export function mergePackages(group: string, lists: readonly DesiredPackage[][]): DesiredPackage[] {
  const byName = new Map<string, DesiredPackage>();
  for (const pkg of lists.flat()) {
    const other = byName.get(pkg.name);
    if (other === undefined) byName.set(pkg.name, pkg);
    else if (other.release !== pkg.release && other.fingerprint !== pkg.fingerprint) {
      throw fail(
        'JobPackageCollision',
        `instance group '${group}' would get two different packages '${pkg.name}', from releases '${other.release}' and '${pkg.release}'`,
      );
    }
  }
  return [...byName.values()];
}
