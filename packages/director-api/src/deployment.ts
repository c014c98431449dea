import { z } from 'zod';
import { diffLineSchema } from './diff.js';

const nameAndVersion = z.object({ name: z.string(), version: z.string() });

export const deploymentSchema = z.object({
  name: z.string(),
  teams: z.array(z.string()).default([]),
  cloud_config: z.string().optional(),
  stemcells: z.array(nameAndVersion).optional(),
  releases: z.array(nameAndVersion).optional(),
  locked: z.boolean().optional(),
});
export const deploymentsSchema = z.array(deploymentSchema);
export type Deployment = z.infer<typeof deploymentSchema>;

export const deploymentManifestSchema = z.object({ manifest: z.string().nullable() });
export type DeploymentManifest = z.infer<typeof deploymentManifestSchema>;

/** The configs seen when the diff was made; echoed by the deploy that follows. */
export const deployContextSchema = z.object({
  cloud_config_ids: z.array(z.int()).default([]),
  runtime_config_ids: z.array(z.int()).default([]),
});
export type DeployContext = z.infer<typeof deployContextSchema>;

export const deploymentDiffSchema = z.object({
  context: deployContextSchema.optional(),
  diff: z.array(diffLineSchema),
  error: z.string().optional(),
  /** Ours: the coded form of `error`. */
  details: z.unknown().optional(),
});
export type DeploymentDiff = z.infer<typeof deploymentDiffSchema>;

const flag = z.enum(['true', 'false']).optional();
export const deployQuerySchema = z.object({
  recreate: flag,
  recreate_persistent_disks: flag,
  recreate_vms_created_before: z.string().optional(),
  fix: flag,
  skip_drain: z.string().optional(),
  canaries: z.string().optional(),
  max_in_flight: z.string().optional(),
  dry_run: flag,
  force_latest_variables: flag,
  context: z.string().optional(),
  /** Ours: the id of the plan that is to be carried out, exactly. */
  plan: z.string().optional(),
});
export type DeployQuery = z.infer<typeof deployQuerySchema>;

export const deploymentConfigSchema = z.object({
  id: z.int(),
  deployment: z.string(),
  config: z.object({ id: z.int(), type: z.string(), name: z.string() }),
});
export const deploymentConfigsSchema = z.array(deploymentConfigSchema);
export type DeploymentConfig = z.infer<typeof deploymentConfigSchema>;
