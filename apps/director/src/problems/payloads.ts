import { z } from 'zod';

/** Payload of a `cck_scan` task. */
export const scanPayload = z.object({ deployment: z.string() });
export type ScanPayload = z.infer<typeof scanPayload>;

/** Payload of a `cck_apply` task. */
export const applyPayload = z.object({
  deployment: z.string(),
  /** By problem's id; null is the type's automatic one. */
  resolutions: z.record(z.string(), z.string().nullable()),
  /** By group: a count, or a share as in a manifest. */
  maxInFlight: z.record(z.string(), z.string()).optional(),
});
export type ApplyPayload = z.infer<typeof applyPayload>;

/** Payload of a `cck_scan_and_fix` task. */
export const scanAndFixPayload = z.object({
  deployment: z.string(),
  /** By group: indexes or UUIDs of instances. */
  jobs: z.record(z.string(), z.array(z.union([z.string(), z.int()]))),
});
export type ScanAndFixPayload = z.infer<typeof scanAndFixPayload>;
