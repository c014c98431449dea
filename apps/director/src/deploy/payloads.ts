import { z } from 'zod';

/** Payload of an `update_deployment` task: a manifest as received, and the request's options. */
export const updateDeploymentPayload = z.object({
  deployment: z.string(),
  manifestText: z.string(),
  /** New VMs for all instances, or for those of the named groups. */
  recreate: z.union([z.literal(true), z.array(z.string())]).optional(),
  /** Milliseconds since 1970: of those VMs, only the ones that are older. */
  recreateCreatedBefore: z.number().optional(),
  /** A new disk for every instance that has one, with the old one's data. */
  recreatePersistentDisks: z.boolean().optional(),
  /** Instances whose agent does not answer are made anew instead of failing the task. */
  fix: z.boolean().optional(),
  /** `*` for all, else groups whose jobs are not asked to drain. */
  skipDrain: z.union([z.literal('*'), z.array(z.string())]).optional(),
  dryRun: z.boolean().optional(),
  /** Exactly what this plan said, or nothing. */
  plan: z.string().optional(),
  canaries: z.string().optional(),
  maxInFlight: z.string().optional(),
  /** The configs that the person saw in the diff; the newest ones otherwise. */
  cloudConfigIds: z.array(z.number()).optional(),
  runtimeConfigIds: z.array(z.number()).optional(),
  /** Of whoever asks; a new deployment gets them. */
  teams: z.array(z.string()).optional(),
  /** Whoever asks administers no more than these teams: if the deployment is there by now, it must be theirs. */
  onlyTeams: z.boolean().optional(),
  /** Variables that wait for another stemcell are generated anew too. */
  forceLatestVariables: z.boolean().optional(),
  /** The manifest is the deployment's own: `latest` stands for what it has. */
  stored: z.boolean().optional(),
  /** `start`, `stop`, `restart`, `recreate` of all instances, those of a group, or one, by index or UUID. */
  stateChange: z.object({ group: z.string(), id: z.string().optional(), state: z.string() }).optional(),
});
export type UpdateDeploymentPayload = z.infer<typeof updateDeploymentPayload>;

/** Payload of an `update_instance` task: one instance, by its row's id. */
export const updateInstancePayload = z.object({
  deployment: z.string(),
  instanceId: z.number(),
  action: z.enum(['start', 'stop', 'restart', 'recreate']),
  skipDrain: z.boolean().optional(),
  /** Of `stop`: its VM goes too. */
  hard: z.boolean().optional(),
  /** Of `recreate`: also when its agent does not answer. */
  fix: z.boolean().optional(),
});
export type UpdateInstancePayload = z.infer<typeof updateInstancePayload>;

/** Payload of a `delete_deployment` task. */
export const deleteDeploymentPayload = z.object({
  deployment: z.string(),
  /** Go on when an agent or the CPI fails. */
  force: z.boolean().optional(),
});
export type DeleteDeploymentPayload = z.infer<typeof deleteDeploymentPayload>;
