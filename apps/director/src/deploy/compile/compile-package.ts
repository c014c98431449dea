import type { CompiledDependency } from '@bosh6/agent-protocol';
import { CodedError } from '@bosh6/base';
import type { CompiledPackage, CompileStep } from '@bosh6/plan';
import { deleteObsolete } from '../../blobs/delete-obsolete.js';
import type { Scope } from '../../engine/scope.js';
import { isUnknown } from '../../persistence/is-unknown.js';
import { blobFamily } from '../endpoints.js';
import { fail } from '../errors.js';
import type { CompilationVm } from './compilation-vm.js';

export interface ReadyDependency {
  name: string;
  /** The package's version without build. */
  version: string;
  compiled: CompiledPackage;
}

/** Has the agent compile one package, and stores the result. The agent reads the source and writes the result by signed URLs. */
export async function compilePackage(
  scope: Scope,
  vm: CompilationVm,
  step: CompileStep,
  dependencies: readonly ReadyDependency[],
): Promise<CompiledPackage> {
  const { blobs, store, world, config, log } = scope.collaborators;
  const { package: pkg, stemcell, dependencyKey } = step;
  const family = blobFamily(config, vm.networks);
  const key = { packageId: pkg.id, stemcellOs: stemcell.os, stemcellVersion: stemcell.version };
  const builds = (await store.read.compiledPackages.all(key)).map(({ build }) => build);
  const blobstoreId = world.uuid();
  const deps = dependencies.map(({ name, version, compiled }): [string, CompiledDependency] => [
    name,
    {
      name,
      version: `${version}.${compiled.build}`,
      sha1: compiled.sha1,
      blobstore_id: compiled.blobstoreId,
      package_get_signed_url: blobs.signedUrl('GET', compiled.blobstoreId, { family }),
    },
  ]);
  try {
    const { result } = await scope.agent(vm.agentId).call('compile_package_with_signed_url', [
      {
        package_get_signed_url: blobs.signedUrl('GET', pkg.blobstoreId ?? '', { family }),
        upload_signed_url: blobs.signedUrl('PUT', blobstoreId, { family }),
        digest: pkg.sha1,
        name: pkg.name,
        version: `${pkg.version}.${Math.max(0, ...builds) + 1}`,
        deps: Object.fromEntries(deps),
      },
    ]);
    if (!(await blobs.exists(blobstoreId))) {
      throw fail('CompiledPackageMissing', `the agent compiled package '${step.title}', but what it made never arrived in the blobstore`);
    }
    return await store.write((tx) => tx.compiledPackages.add({ ...key, dependencyKey, blobstoreId, sha1: result.sha1 ?? '' }));
  } catch (error) {
    if (!isUnknown(error)) await deleteObsolete(blobs, [blobstoreId], log);
    if (!CodedError.is(error, 'AgentFailed')) throw error;
    throw fail('CompilationFailed', `package '${step.title}' of release '${pkg.release}' cannot be compiled: ${error.message}`, {
      cause: error,
    });
  }
}
