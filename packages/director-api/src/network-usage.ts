import { z } from 'zod';

/** Decimal digits: a /64 has more addresses than a number can count. */
const count = z.string().regex(/^\d+$/);

/** A stretch of a subnet, its ends included, and how many of its addresses (or prefixes) are what. */
export const usageRegionSchema = z.object({
  first: z.string(),
  last: z.string(),
  used: count,
  reserved: count,
  static: count,
  free: count,
});
export type UsageRegion = z.infer<typeof usageRegionSchema>;

export const usageHolderSchema = z.object({
  /** Single, or a delegated prefix with its length. */
  address: z.string(),
  /** For people: `nginx/web/<uuid>`, `compilation nginx`. */
  owner: z.string(),
  network: z.string(),
  kind: z.string(),
});
export type UsageHolder = z.infer<typeof usageHolderSchema>;

/**
 * What is taken and what is left of one subnet of the newest cloud configs. Counts are of addresses; where `prefix` is a delegated length, of prefixes
 * of that length. They are null where the infrastructure chooses the addresses.
 */
export const subnetUsageSchema = z.object({
  network: z.string(),
  type: z.enum(['manual', 'dynamic', 'vip']),
  /** Null: every AZ. */
  azs: z.array(z.string()).nullable(),
  family: z.union([z.literal(4), z.literal(6)]).nullable(),
  range: z.string().nullable(),
  gateway: z.string().nullable(),
  /** Length of what one instance gets: 32 or 128, shorter for a delegated prefix. */
  prefix: z.int().nullable(),
  size: count.nullable(),
  /** Never handed out: listed as reserved, gateway, the Director's own, what the family's rules keep. */
  reserved: count.nullable(),
  /** Handed out only when asked for by address. */
  static: count.nullable(),
  static_used: count.nullable(),
  /** In use by anybody, static ones included. */
  used: count.nullable(),
  /** Left for dynamic allocation. */
  free: count.nullable(),
  /** What the next instance gets; null when nothing is left. */
  next_free: z.string().nullable(),
  /** The whole subnet in order, at most 64 stretches. */
  regions: z.array(usageRegionSchema),
  /** Only when asked for. */
  holders: z.array(usageHolderSchema).optional(),
});
export type SubnetUsage = z.infer<typeof subnetUsageSchema>;

/** `GET /networks/usage`. Ours: the original has no such route. */
export const networksUsageSchema = z.object({
  subnets: z.array(subnetUsageSchema),
  /** In use, but in no subnet of the newest cloud configs: ranges, the first 20. */
  elsewhere: z.array(z.string()),
});
export type NetworksUsage = z.infer<typeof networksUsageSchema>;

/** `details=true` lists who holds what. */
export const networksUsageQuerySchema = z.object({ details: z.enum(['true', 'false']).optional() });
export type NetworksUsageQuery = z.infer<typeof networksUsageQuerySchema>;
