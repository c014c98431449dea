import { z } from 'zod';

/** `broken`: a promise does not hold. `suspect`: nobody can know. `pending`: left half-done, and finished by the next deploy or start. */
export const fsckSeverities = ['broken', 'suspect', 'pending'] as const;

/** One line of a `fsck` task's result. */
export const fsckFindingSchema = z.object({
  severity: z.enum(fsckSeverities),
  /** `vm_missing`, `disk_unknown` and so on. */
  kind: z.string(),
  /** What it is about: a cid, `group/uuid`, a lock's name, an address. */
  object: z.string(),
  deployment: z.string().nullable(),
  problem: z.string(),
  /** What to do about it. */
  advice: z.string(),
});
export type FsckFinding = z.infer<typeof fsckFindingSchema>;
