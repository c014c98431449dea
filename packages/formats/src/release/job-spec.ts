import type { Json } from '@bosh6/base';

/** A job's `spec` file, `job.MF` in its archive. */
export interface JobSpec {
  name: string;
  description?: string;
  /** Source below `templates/` to destination below the job's directory, in the order of the file. */
  templates: { source: string; destination: string }[];
  packages: string[];
  /** By dotted name. */
  properties: Record<string, PropertyDefinition>;
  provides: { name: string; type: string; properties: string[] }[];
  consumes: { name: string; type: string; optional: boolean }[];
}

export interface PropertyDefinition {
  description?: string;
  /** Absent when the spec has none, which is not the same as null. */
  default?: Json;
  type?: string;
  example?: Json;
}

/** `packages/NAME/spec` of a release directory. */
export interface PackageSpec {
  name: string;
  dependencies: string[];
  /** Globs, below `src/` then `blobs/`. */
  files: string[];
  excludedFiles: string[];
  /** Its archive is a plain tar. */
  noCompression: boolean;
}

/** `packages/NAME/spec.lock`: a package whose archive is among the final builds. */
export interface PackageLock {
  name: string;
  fingerprint: string;
  dependencies: string[];
}
