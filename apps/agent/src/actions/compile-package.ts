import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { dependenciesOf } from './compile-package-with-signed-url.js';

/** Compiles a package and puts it into the blobstore of the settings. */
export const compilePackage = ({ compiler, blobs }: Pick<Collaborators, 'compiler' | 'blobs'>): Action =>
  defineAction('compile_package', async ([blobstoreId, digest, name, version, dependencies]) => {
    const source = { what: `source package ${name}`, digest, blobstoreId };
    const compiled = await compiler.compile({ name, version, source, dependencies: dependenciesOf(dependencies) });
    try {
      return { result: { blobstore_id: await blobs.store(compiled.path), sha1: compiled.sha1 } };
    } finally {
      await compiled.discard();
    }
  });
