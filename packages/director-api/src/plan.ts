import { z } from 'zod';

/** A value that differs. `unknown`: it is still to be generated. A side that is not there, or of which only a hash is known, is left out. */
export const plannedValueSchema = z.object({
  name: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  unknown: z.literal(true).optional(),
});
export type PlannedValue = z.infer<typeof plannedValueSchema>;

export const plannedChangeSchema = z.object({
  kind: z.string(),
  /** In words. */
  reason: z.string(),
  values: z.array(plannedValueSchema),
});
export type PlannedChange = z.infer<typeof plannedChangeSchema>;

export const plannedActions = ['none', 'metadata', 'restart', 'update', 'recreate', 'create', 'stop', 'detach', 'wait', 'delete'] as const;

export const plannedInstanceSchema = z.object({
  group: z.string(),
  id: z.string(),
  index: z.int(),
  az: z.string().optional(),
  action: z.enum(plannedActions),
  changes: z.array(plannedChangeSchema),
  /** `address` is absent where the infrastructure chooses it. */
  addresses: z.array(z.object({ network: z.string(), address: z.string().optional(), state: z.enum(['kept', 'new', 'released']) })),
  /** `replace`: deleted and made anew; `swap`: made anew beside the one that it takes the place of. */
  vm: z.enum(['none', 'keep', 'create', 'replace', 'swap', 'delete']),
  /** `replace`: a new disk with the old one's data; that is orphaned. */
  disk: z.enum(['none', 'keep', 'create', 'replace', 'orphan']),
});
export type PlannedInstance = z.infer<typeof plannedInstanceSchema>;

/** Ours: what a deploy would do. */
export const deploymentPlanSchema = z.object({
  /** For `deploy?plan=`. */
  id: z.string(),
  deployment: z.string(),
  /** Nothing would change: neither the deployment nor an instance, and no value would be generated. */
  is_noop: z.boolean(),
  /** Of the deployment itself: that it is new, or what of its manifest, releases and stemcells is another. */
  changes: z.array(plannedChangeSchema).optional(),
  instances: z.array(plannedInstanceSchema),
  /** Packages to compile, in order. */
  compile: z.array(z.object({ package: z.string(), stemcell: z.string() })),
  /** Names of the values that would be generated. */
  generate: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type DeploymentPlan = z.infer<typeof deploymentPlanSchema>;
