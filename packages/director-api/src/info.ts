import { z } from 'zod';

export const infoSchema = z.object({
  name: z.string().default(''),
  uuid: z.string().default(''),
  version: z.string().default(''),
  /** Null when the request had no valid credentials. */
  user: z.string().nullish(),
  cpi: z.string().nullish(),
  stemcell_os: z.string().nullish(),
  stemcell_version: z.string().nullish(),
  user_authentication: z.discriminatedUnion('type', [
    z.object({ type: z.literal('uaa'), options: z.object({ url: z.string(), urls: z.array(z.string()).optional() }) }),
    z.object({ type: z.literal('basic'), options: z.object({}).default({}) }),
  ]),
  features: z.record(z.string(), z.object({ status: z.boolean(), extras: z.unknown().optional() })).default({}),
});
export type Info = z.infer<typeof infoSchema>;
