import { z } from 'zod';

const owner = z.object({ type: z.string(), name: z.string(), info: z.object({ instance_group: z.string() }).optional() });

/** `GET /link_providers?deployment=D` (director-api reference 4.10). */
export const linkProvidersSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    shared: z.boolean(),
    deployment: z.string(),
    link_provider_definition: z.object({ type: z.string(), name: z.string() }),
    owner_object: owner,
  }),
);
export type LinkProvider = z.infer<typeof linkProvidersSchema>[number];

/** `GET /link_consumers?deployment=D`; somebody outside has no `info`. */
export const linkConsumersSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    optional: z.boolean(),
    deployment: z.string(),
    owner_object: owner,
    link_consumer_definition: z.object({ name: z.string(), type: z.string() }),
  }),
);
export type LinkConsumer = z.infer<typeof linkConsumersSchema>[number];

export const linkSchema = z.object({
  id: z.string(),
  name: z.string(),
  link_consumer_id: z.string(),
  /** Null for a manual link. */
  link_provider_id: z.string().nullable(),
  created_at: z.string(),
});
export type Link = z.infer<typeof linkSchema>;

/** Body of `POST /links`: a link to a shared provider, for somebody who is no job. */
export const linkPostSchema = z.object({
  link_provider_id: z.string().regex(/^\d{1,15}$/),
  link_consumer: z.object({ owner_object: z.object({ name: z.string().min(1), type: z.literal('external') }) }),
  network: z.string().optional(),
});
export type LinkPost = z.infer<typeof linkPostSchema>;

export const linkAddressSchema = z.object({ address: z.string() });
