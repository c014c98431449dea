import { z } from 'zod';
import { checkShape } from '../shape/check-shape.js';
import { readDocument } from '../shape/read-document.js';
import { identifier, text, texts } from '../shape/schemas.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { PackageLock, PackageSpec } from './job-spec.js';

export const packageShape = z.object({
  name: identifier,
  dependencies: texts.nullish(),
  files: texts.nullish(),
  excluded_files: texts.nullish(),
  no_compression: z.boolean().optional(),
});

/** Reads `packages/NAME/spec`. */
export function parsePackageSpec(document: SourceDocument): PackageSpec {
  return readDocument(document, (root) => {
    const shape = checkShape(packageShape, root, '');
    return {
      name: shape.name,
      dependencies: shape.dependencies ?? [],
      files: shape.files ?? [],
      excludedFiles: shape.excluded_files ?? [],
      noCompression: shape.no_compression ?? false,
    };
  });
}

const lockShape = z.object({ name: identifier, fingerprint: text, dependencies: texts.nullish() });

/** Reads `packages/NAME/spec.lock`, which stands for a package of another release. */
export function parsePackageLock(document: SourceDocument): PackageLock {
  return readDocument(document, (root) => {
    const { name, fingerprint, dependencies } = checkShape(lockShape, root, '');
    return { name, fingerprint, dependencies: dependencies ?? [] };
  });
}
