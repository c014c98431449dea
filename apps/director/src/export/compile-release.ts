import {
  type CompiledPackage,
  compiledPackageKey,
  type DesiredPackage,
  type DesiredRelease,
  type DesiredStemcell,
  decide,
  dependencyKey,
  type PlacedGroup,
  type Placement,
  placeCompilation,
  withDependencies,
} from '@bosh6/plan';
import { compilePackages } from '../deploy/compile/compile-packages.js';
import { parseDocuments } from '../deploy/documents.js';
import { resolveDesired, resolveRelease } from '../deploy/resolve-desired.js';
import { resolveStemcells } from '../deploy/resolve-stemcells.js';
import { withDocuments } from '../deploy/with-documents.js';
import type { Scope } from '../engine/scope.js';
import { fail } from '../errors.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import type { ExportPayload } from './export-payload.js';

export interface CompiledRelease {
  readonly release: DesiredRelease;
  readonly versionId: number;
  readonly stemcell: DesiredStemcell;
  readonly jobs: readonly string[];
  readonly packages: readonly { readonly package: DesiredPackage; readonly compiled: CompiledPackage }[];
}

/** Compiles what is missing of a release that the deployment has, as its cloud config compiles. Throws 30005, 30006, 30011, 50003. */
export async function compileRelease(scope: Scope, deployment: DeploymentRow, asked: ExportPayload): Promise<CompiledRelease> {
  const { store, cpis } = scope.collaborators;
  const { id: versionId, release } = await resolveRelease(store.read, { name: asked.release, version: asked.version, pointer: '' });
  const { name, manifestText, cloudConfigIds } = deployment;
  if (manifestText === null || !deployment.releaseVersionIds.includes(versionId))
    throw fail('ReleaseNotDeployed', `deployment '${name}' does not use release '${asked.release}/${asked.version}'`);
  const deployed = { deployment: name, manifestText, cloudConfigIds, runtimeConfigIds: [], stored: true };
  const { manifest, desired } = await withDocuments(scope, deployment, deployed, async (documents) => {
    const parsed = parseDocuments(documents);
    const { desired } = await resolveDesired(scope, parsed.manifest, parsed.cloudConfig, {});
    return { manifest: parsed.manifest, desired };
  });
  const compilation = placeCompilation(desired);

  const wanted = { alias: 'export', os: asked.os, version: asked.stemcellVersion, pointer: '' };
  const found = resolveStemcells(await store.read.stemcells.all(), { ...manifest, stemcells: [wanted] }, await cpis.known()).desired;
  const stemcell = found.find(({ cpi }) => cpi === compilation.cpi) ?? (found[0] as DesiredStemcell);
  const jobs = release.jobs.filter(({ name }) => asked.jobs.length === 0 || asked.jobs.includes(name));
  const names = asked.jobs.length === 0 ? release.packages.map(({ name }) => name) : jobs.flatMap((job) => job.packages);
  const packages = withDependencies(names, release);
  const group: PlacedGroup = {
    name: 'export',
    pointer: '',
    lifecycle: 'service',
    stemcell,
    jobs: [],
    packages,
    env: {},
    tags: {},
    swaps: false,
    instances: 1,
  };
  const compiledPackages = await store.read.compiledPackages.ofPackages(packages.map(({ id }) => id));
  const placement: Placement = { groups: [group], instances: [], obsolete: [], compiledPackages, compilation };
  const steps = decide(placement, {}).compile;
  const compiled = await compilePackages(scope, { deployment: name, desired, placement, steps });
  return {
    release,
    versionId,
    stemcell,
    jobs: jobs.map(({ name }) => name),
    packages: packages.map((pkg) => {
      const of = { packageId: pkg.id, stemcellOs: stemcell.os, stemcellVersion: stemcell.version };
      const key = compiledPackageKey({ ...of, dependencyKey: dependencyKey(pkg, packages) });
      return { package: pkg, compiled: compiled.get(key) as CompiledPackage };
    }),
  };
}
