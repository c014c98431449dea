import type { CompiledDependency } from '@bosh6/agent-protocol';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import type { InstallablePackage } from '../install/package-installer.js';

/** Compiles a package; source, dependencies and result travel by signed URLs. */
export const compilePackageWithSignedUrl = ({ compiler, blobs }: Pick<Collaborators, 'compiler' | 'blobs'>): Action =>
  defineAction('compile_package_with_signed_url', async ([request]) => {
    const { name, version, digest, package_get_signed_url: signedUrl, upload_signed_url: target, blobstore_headers: headers } = request;
    const source = { what: `source package ${name}`, digest, signedUrl, headers };
    const compiled = await compiler.compile({ name, version, source, dependencies: dependenciesOf(request.deps ?? {}) });
    try {
      await blobs.put(compiled.path, target, headers);
      return { result: { sha1: `${compiled.sha1};sha512:${compiled.sha512}` } };
    } finally {
      await compiled.discard();
    }
  });

export function dependenciesOf(deps: Record<string, CompiledDependency>): InstallablePackage[] {
  return Object.values(deps).map((each) => ({
    name: each.name,
    version: each.version,
    digest: each.sha1,
    blobstoreId: each.blobstore_id,
    signedUrl: each.package_get_signed_url,
    headers: each.blobstore_headers,
  }));
}
