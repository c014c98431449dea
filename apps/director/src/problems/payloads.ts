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
  /** UUIDs of those of them whose VM is there, and whose jobs an earlier such task did not come to start. */
  halfDone: z.array(z.string()).optional(),
});
export type ScanAndFixPayload = z.infer<typeof scanAndFixPayload>;

/** Whether it is one of those. */
export function isNamed(
  jobs: ScanAndFixPayload['jobs'],
  { group, uuid, index }: { readonly group: string; readonly uuid: string; readonly index: number },
): boolean {
  return (jobs[group] ?? []).some((id) => id === uuid || String(id) === String(index));
}
