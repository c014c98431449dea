import { type CompiledPackage, compiledPackageKey, dependencyKey } from '@bosh6/plan';
import type { VmRow } from '../persistence/rows/index.js';
import type { SpecFor } from './apply-spec.js';
import type { Deploy, InstanceWork } from './deploy.js';

/** What an instance's spec is made of, on this VM; once its packages are compiled. */
export function specFor(deploy: Deploy, { placed, group, templates }: InstanceWork, vm: VmRow): SpecFor {
  const packages = new Map<string, CompiledPackage>();
  for (const pkg of group.packages) {
    const { os: stemcellOs, version: stemcellVersion } = group.stemcell;
    const key = { packageId: pkg.id, stemcellOs, stemcellVersion, dependencyKey: dependencyKey(pkg, group.packages) };
    const found = deploy.compiled.get(compiledPackageKey(key));
    if (found !== undefined) packages.set(pkg.name, found);
  }
  const networks = vm.networks as SpecFor['networks'];
  return { deployment: deploy.deployment.name, group, instance: placed, packages, templates, networks };
}
