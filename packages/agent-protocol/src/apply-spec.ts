import * as z from 'zod/mini';
import { networksSchema } from './network.js';

export const blobHeadersSchema = z.optional(z.nullable(z.record(z.string(), z.string())));

/** A package of an apply spec. `version` is `<version>.<build>`. */
export const packageSpecSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  sha1: z.optional(z.string()),
  blobstore_id: z.optional(z.nullable(z.string())),
  /** GET; wins over blobstore_id. */
  signed_url: z.optional(z.nullable(z.string())),
  blobstore_headers: blobHeadersSchema,
});
export type PackageSpec = z.infer<typeof packageSpecSchema>;

/** A dependency of a package being compiled. */
export const compiledDependencySchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  sha1: z.string(),
  blobstore_id: z.optional(z.nullable(z.string())),
  package_get_signed_url: z.optional(z.nullable(z.string())),
  blobstore_headers: blobHeadersSchema,
});
export type CompiledDependency = z.infer<typeof compiledDependencySchema>;

export const jobTemplateSpecSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  sha1: z.optional(z.string()),
  blobstore_id: z.optional(z.nullable(z.string())),
});
export type JobTemplateSpec = z.infer<typeof jobTemplateSpecSchema>;

/** What an instance is to be, as bosh-agent. Every key is optional, for a new VM gets a partial one. The agent stores and returns it whole. */
export const applySpecSchema = z.looseObject({
  deployment: z.optional(z.string()),
  name: z.optional(z.string()),
  id: z.optional(z.string()),
  az: z.optional(z.nullable(z.string())),
  index: z.optional(z.nullable(z.number())),
  job: z.optional(
    z.nullable(
      z.looseObject({
        name: z.optional(z.nullable(z.string())),
        template: z.optional(z.nullable(z.string())),
        version: z.optional(z.nullable(z.string())),
        templates: z.optional(z.nullable(z.array(jobTemplateSpecSchema))),
      }),
    ),
  ),
  networks: z.optional(z.nullable(networksSchema)),
  packages: z.optional(z.nullable(z.record(z.string(), packageSpecSchema))),
  /** SHA-1 of everything rendered; empty or absent: nothing to install. */
  configuration_hash: z.optional(z.nullable(z.string())),
  rendered_templates_archive: z.optional(
    z.nullable(
      z.looseObject({
        /** Id given to `upload_blob`, or a blobstore id. */
        blobstore_id: z.optional(z.nullable(z.string())),
        sha1: z.optional(z.nullable(z.string())),
        /** Ours, optional: GET. */
        signed_url: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
  /** MiB. */
  persistent_disk: z.optional(z.nullable(z.number())),
  template_hashes: z.optional(z.nullable(z.record(z.string(), z.string()))),
  properties: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});
export type ApplySpec = z.infer<typeof applySpecSchema>;
