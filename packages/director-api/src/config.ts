import { z } from 'zod';
import { diffLineSchema } from './diff.js';

/** A stored config; the id is a string of digits. */
export const configSchema = z.object({
  content: z.string(),
  id: z.string(),
  type: z.string(),
  name: z.string(),
  team: z.string().nullable().default(null),
  created_at: z.string(),
  current: z.boolean().optional(),
});
export const configsSchema = z.array(configSchema);
export type Config = z.infer<typeof configSchema>;

export const configPostSchema = z.object({
  type: z.string().min(1),
  name: z.string().min(1),
  content: z.string(),
  /** The id that the writer believes is current; `"0"` for none. */
  expected_latest_id: z.coerce.string().optional(),
});
export type ConfigPost = z.infer<typeof configPostSchema>;

const side = z.object({ id: z.string().optional(), content: z.string().optional() });
/** Content against the current config, or two sides, each an id or a content. */
export const configDiffPostSchema = z.union([
  z.object({ from: side, to: side }),
  z.object({ type: z.string(), name: z.string(), content: z.string() }),
]);
export type ConfigDiffPost = z.infer<typeof configDiffPostSchema>;

/** As the older routes tell a config. */
export const olderConfigSchema = z.object({ properties: z.string(), created_at: z.string() });
export const olderConfigsSchema = z.array(olderConfigSchema);
export type OlderConfig = z.infer<typeof olderConfigSchema>;

export const configDiffSchema = z.object({
  diff: z.array(diffLineSchema),
  from: z.object({ id: z.string() }).optional(),
  error: z.string().optional(),
});
export type ConfigDiff = z.infer<typeof configDiffSchema>;

/** Status 412: somebody else updated the config meanwhile. */
export const configConflictSchema = z.object({ latest_id: z.string(), expected_latest_id: z.string(), description: z.string() });
export type ConfigConflict = z.infer<typeof configConflictSchema>;

export const configQuerySchema = z.object({
  type: z.string().optional(),
  name: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
  latest: z.enum(['true', 'false']).optional(),
});
export type ConfigQuery = z.infer<typeof configQuerySchema>;
