import { z } from 'zod';

export const orphanedVmSchema = z.object({
  az: z.string().nullable(),
  cid: z.string(),
  deployment_name: z.string(),
  /** `<group>/<uuid>`. */
  instance_name: z.string(),
  /** Those that nobody else gets as long as it is there. */
  ip_addresses: z.array(z.string()),
  orphaned_at: z.string(),
});
export const orphanedVmsSchema = z.array(orphanedVmSchema);
export type OrphanedVm = z.infer<typeof orphanedVmSchema>;
