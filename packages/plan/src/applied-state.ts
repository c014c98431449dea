import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';

const object = z.record(z.string(), z.json()) as unknown as z.ZodType<JsonObject>;

const schema = z.object({
  stemcell: z.object({ name: z.string(), version: z.string() }),
  cloudProperties: object,
  envHashes: z.record(z.string(), z.string()),
  networks: z.record(z.string(), object),
  jobs: z.array(z.object({ name: z.string(), version: z.string(), sha1: z.string() })),
  packages: z.record(z.string(), z.object({ version: z.string(), sha1: z.string(), blobstoreId: z.string() })),
  persistentDisk: z.object({ sizeMib: z.number(), cloudProperties: object }).optional(),
  configurationHash: z.string(),
  vmType: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
});

/** What an instance was last given, and what the next deploy compares with. Holds hashes, never property values. */
export interface AppliedState {
  stemcell: { name: string; version: string };
  /** AZ, then VM type, then each extension: merged, later wins. */
  cloudProperties: JsonObject;
  /** Of the manifest's part of `env`, by key. */
  envHashes: Record<string, string>;
  /** Network name to settings, as given to the CPI. */
  networks: Record<string, JsonObject>;
  jobs: { name: string; version: string; sha1: string }[];
  packages: Record<string, { version: string; sha1: string; blobstoreId: string }>;
  persistentDisk?: { sizeMib: number; cloudProperties: JsonObject };
  configurationHash: string;
  /** Its name in the cloud config, for people: cloud properties are what counts. */
  vmType?: string;
  /** What its VM was last told; absent of what was applied before tags were remembered. */
  tags?: Record<string, string>;
}

/** Reads a stored state; undefined when it is not one (an instance whose first update never ended). */
export function readAppliedState(value: unknown): AppliedState | undefined {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return undefined;
  const { persistentDisk, vmType, tags, ...rest } = parsed.data;
  return {
    ...rest,
    ...(persistentDisk === undefined ? {} : { persistentDisk }),
    ...(vmType === undefined ? {} : { vmType }),
    ...(tags === undefined ? {} : { tags }),
  };
}
