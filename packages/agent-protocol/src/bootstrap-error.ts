import * as z from 'zod/mini';

/** Content of /var/vcap/bosh/bootstrap-error.json, by which an agent that cannot do its work says why: a coded error, and since when. The CPI reads it. */
export const bootstrapErrorSchema = z.looseObject({
  /** `DuplicateAddress`, `BusUnreachable`, `NicNotFound`, `InvalidSettings`, `NoCarrier`, `ProbeFailed`, `NetworkSetupFailed`. */
  code: z.string(),
  message: z.string(),
  hint: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.unknown())),
  /** Seconds since 1970. */
  at: z.number(),
});
export type BootstrapError = z.infer<typeof bootstrapErrorSchema>;
