import { z } from 'zod';

/** Payload of a `run_errand` task. */
export const runErrandPayload = z.object({
  deployment: z.string(),
  errand: z.string(),
  keepAlive: z.boolean(),
  whenChanged: z.boolean(),
  /** All that have it when empty; `id` is a UUID, an index or `first`. */
  instances: z.array(z.object({ group: z.string(), id: z.string().optional() })),
});
export type RunErrandPayload = z.infer<typeof runErrandPayload>;
