import { z } from 'zod';

export const stemcellSchema = z.object({
  name: z.string(),
  operating_system: z.string().nullable(),
  version: z.string(),
  cid: z.string(),
  cpi: z.string().default(''),
  deployments: z.array(z.object({ name: z.string() })),
  api_version: z.int().nullable(),
  id: z.int(),
});
export const stemcellsSchema = z.array(stemcellSchema);
export type Stemcell = z.infer<typeof stemcellSchema>;

export const stemcellUploadsPostSchema = z.object({ stemcell: z.object({ name: z.string(), version: z.string() }) });
export const stemcellUploadsSchema = z.object({ needed: z.boolean() });
export type StemcellUploads = z.infer<typeof stemcellUploadsSchema>;

/** Upload by URL, of stemcells and releases. `sha1` may be a multi-digest such as `sha256:...`. */
export const remoteUploadSchema = z.object({ location: z.string().min(1), sha1: z.string().optional() });
export type RemoteUpload = z.infer<typeof remoteUploadSchema>;

const flag = z.string().optional();
/** Queries of both uploads; only the text `true` is true; `rebase` is for releases, `sha1` a digest as in `remoteUploadSchema`. */
export const uploadQuerySchema = z.object({ fix: flag, rebase: flag, sha1: z.string().optional() });
export type UploadQuery = z.infer<typeof uploadQuerySchema>;
