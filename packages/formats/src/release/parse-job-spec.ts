import { fail } from '../errors.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { JobSpec, PackageSpec } from './job-spec.js';

export function parseJobSpec(document: SourceDocument): JobSpec {
  throw fail('InvalidYaml', document.name);
}
export function parsePackageSpec(document: SourceDocument): PackageSpec {
  throw fail('InvalidYaml', document.name);
}
