import { z } from 'zod';

export const releaseSchema = z.object({
  name: z.string(),
  release_versions: z.array(
    z.object({
      version: z.string(),
      commit_hash: z.string(),
      uncommitted_changes: z.boolean(),
      currently_deployed: z.boolean(),
      job_names: z.array(z.string()),
    }),
  ),
});
export const releasesSchema = z.array(releaseSchema);
export type Release = z.infer<typeof releaseSchema>;

const link = z.object({ name: z.string(), type: z.string(), optional: z.boolean().optional() });
/** `GET /releases/NAME?version=V`. */
export const releaseInspectionSchema = z.object({
  jobs: z.array(
    z.object({
      name: z.string(),
      blobstore_id: z.string(),
      sha1: z.string(),
      fingerprint: z.string(),
      consumes: z.array(link).nullable(),
      provides: z.array(link).nullable(),
    }),
  ),
  packages: z.array(
    z.object({
      name: z.string(),
      blobstore_id: z.string().nullable(),
      sha1: z.string().nullable(),
      fingerprint: z.string(),
      compiled_packages: z.array(z.object({ stemcell: z.string(), sha1: z.string(), blobstore_id: z.string() })),
    }),
  ),
});
export type ReleaseInspection = z.infer<typeof releaseInspectionSchema>;

/** Which release to compile for which stemcell, as which deployment compiles; all jobs when none are named. */
export const releaseExportSchema = z.object({
  deployment_name: z.string(),
  release_name: z.string(),
  release_version: z.string(),
  stemcell_os: z.string(),
  stemcell_version: z.string(),
  /** Tell the tarball's SHA-256 instead of its SHA-1. */
  sha2: z.boolean().nullish(),
  jobs: z.array(z.object({ name: z.string() })).nullish(),
});
export type ReleaseExport = z.infer<typeof releaseExportSchema>;

/** `GET /jobs`. */
export const releaseJobSchema = z.object({ name: z.string(), fingerprint: z.string(), spec: z.unknown() });
export const releaseJobsSchema = z.array(releaseJobSchema);
export type ReleaseJob = z.infer<typeof releaseJobSchema>;

export const fingerprintsSchema = z.array(z.string());
