import { z } from 'zod';

export const orphanDiskSchema = z.object({
  disk_cid: z.string(),
  /** MiB. */
  size: z.int(),
  az: z.string().nullable(),
  deployment_name: z.string(),
  instance_name: z.string(),
  cloud_properties: z.unknown(),
  orphaned_at: z.string(),
});
export const orphanDisksSchema = z.array(orphanDiskSchema);
export type OrphanDisk = z.infer<typeof orphanDiskSchema>;
