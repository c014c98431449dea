import { z } from 'zod';

/** Payload of an `export_release` task. */
export const exportPayload = z.object({
  deployment: z.string(),
  release: z.string(),
  version: z.string(),
  os: z.string(),
  stemcellVersion: z.string(),
  /** Digest of the result by SHA-256 instead of SHA-1. */
  sha2: z.boolean(),
  /** Only these jobs and what they need; all when empty. */
  jobs: z.array(z.string()),
});
export type ExportPayload = z.infer<typeof exportPayload>;
