import { z } from 'zod';

/** A line of the result of `GET /cpis`: what a CPI answers to `info`. Ours: the original has no such route. */
export const cpiLineSchema = z.object({
  /** Of its CPI config entry; empty for the one of the Director's own configuration. */
  name: z.string(),
  api_version: z.int().nullable(),
  stemcell_formats: z.array(z.string()),
  /** Names of the optional abilities that it has. */
  capabilities: z.array(z.string()),
  /** Why it did not answer. */
  error: z.string().nullable(),
});
export type CpiLine = z.infer<typeof cpiLineSchema>;
