import { z } from 'zod';
import { orphanDisksSchema } from './disk.js';
import { orphanedVmsSchema } from './orphaned-vm.js';
import { stemcellsSchema } from './stemcell.js';

export const cleanupPostSchema = z.object({
  config: z.object({ remove_all: z.boolean().default(false), keep_orphaned_disks: z.boolean().default(false) }),
});
export type CleanupPost = z.infer<typeof cleanupPostSchema>;

/** What a clean-up would delete. */
export const cleanableArtifactsSchema = z.object({
  releases: z.array(z.object({ name: z.string(), versions: z.array(z.string()) })),
  stemcells: stemcellsSchema,
  compiled_packages: z.array(z.object({ package_name: z.string(), stemcell_os: z.string(), stemcell_version: z.string() })),
  orphaned_disks: orphanDisksSchema,
  orphaned_vms: orphanedVmsSchema,
  /** Ids of blobs. */
  exported_releases: z.array(z.string()),
  /** Ids of blobs. */
  dns_blobs: z.array(z.string()),
  /** Ids of blobs. */
  log_bundles: z.array(z.string()),
});
export type CleanableArtifacts = z.infer<typeof cleanableArtifactsSchema>;
