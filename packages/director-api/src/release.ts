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

/** `GET /jobs`. */
export const releaseJobSchema = z.object({ name: z.string(), fingerprint: z.string(), spec: z.unknown() });
export const releaseJobsSchema = z.array(releaseJobSchema);
export type ReleaseJob = z.infer<typeof releaseJobSchema>;

export const fingerprintsSchema = z.array(z.string());
