import * as z from 'zod/mini';

/** Where an agent that cannot do its work says why; the CPI reads it. */
export const bootstrapErrorPath = '/var/vcap/bosh/bootstrap-error.json';

/** Content of bootstrap-error.json: a coded error, and since when. */
export const bootstrapErrorSchema = z.looseObject({
  /** `DuplicateAddress`, `BusUnreachable`, `NicNotFound`, `InvalidSettings`, `NetworkSetupFailed`. */
  code: z.string(),
  message: z.string(),
  hint: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.unknown())),
  /** Seconds since 1970. */
  at: z.number(),
});
export type BootstrapError = z.infer<typeof bootstrapErrorSchema>;
