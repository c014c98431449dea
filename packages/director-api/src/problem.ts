import { z } from 'zod';

/** What a scan found wrong, and what can be done about it. */
export const problemSchema = z.object({
  id: z.int(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  description: z.string(),
  resolutions: z.array(z.object({ name: z.string(), plan: z.string() })),
  instance_group: z.string().nullable(),
});
export const problemsSchema = z.array(problemSchema);
export type Problem = z.infer<typeof problemSchema>;

/** Names of resolutions by problem's id; null is the type's automatic one. */
export const problemsPutSchema = z.object({
  resolutions: z.record(z.string(), z.string().nullable()),
  max_in_flight_overrides: z.record(z.string(), z.union([z.string(), z.int()])).nullish(),
});
export type ProblemsPut = z.infer<typeof problemsPutSchema>;

/** Indexes or UUIDs of instances by group. */
export const scanAndFixPutSchema = z.object({ jobs: z.record(z.string(), z.array(z.union([z.string(), z.int()]))) });
export type ScanAndFixPut = z.infer<typeof scanAndFixPutSchema>;
