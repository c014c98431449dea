import { sshPostSchema } from '@bosh6/director-api';
import { z } from 'zod';
import { fail } from './errors.js';

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

/** Payload of a `run_errand` task. */
export const runErrandPayload = z.object({
  deployment: z.string(),
  errand: z.string(),
  keepAlive: z.boolean(),
  whenChanged: z.boolean(),
  /** All that have it when empty; `id` is a UUID, an index or `first`. */
  instances: z.array(z.object({ group: z.string(), id: z.string().optional() })),
});
export type RunErrandPayload = z.infer<typeof runErrandPayload>;

/** Payload of a `delete_deployment` task. */
export const deleteDeploymentPayload = z.object({
  deployment: z.string(),
  /** Go on when an agent or the CPI fails. */
  force: z.boolean().optional(),
});
export type DeleteDeploymentPayload = z.infer<typeof deleteDeploymentPayload>;

/** Payload of a `vms` task: one result line per instance, or per VM. */
export const vmsPayload = z.object({
  deployment: z.string(),
  kind: z.enum(['instances', 'vms']),
  /** Only what has this address. */
  ip: z.string().optional(),
});
export type VmsPayload = z.infer<typeof vmsPayload>;

/** Payload of a `delete_orphan_disks` task. */
export const deleteOrphanDisksPayload = z.object({ cids: z.array(z.string()) });
export type DeleteOrphanDisksPayload = z.infer<typeof deleteOrphanDisksPayload>;

/** Payload of an `orphan_disk` task. */
export const orphanDiskPayload = z.object({ cid: z.string() });

/** Payload of an `attach_disk` task. */
export const attachDiskPayload = z.object({
  deployment: z.string(),
  group: z.string(),
  /** UUID. */
  id: z.string(),
  cid: z.string(),
  /** Size and properties are noted as those of the disk that it has. */
  copy: z.boolean(),
});
export type AttachDiskPayload = z.infer<typeof attachDiskPayload>;

const dynamicDisk = { name: z.string(), pool: z.string(), sizeMib: z.number(), metadata: z.record(z.string(), z.json()).optional() };

/** Payload of a `create_dynamic_disk` task. */
export const createDynamicDiskPayload = z.object({ deployment: z.string(), az: z.string(), ...dynamicDisk });
export type CreateDynamicDiskPayload = z.infer<typeof createDynamicDiskPayload>;

/** Payload of a `provide_dynamic_disk` task; `instance` is a UUID. */
export const provideDynamicDiskPayload = z.object({ instance: z.string(), ...dynamicDisk });
export type ProvideDynamicDiskPayload = z.infer<typeof provideDynamicDiskPayload>;

/** Payload of an `attach_dynamic_disk` task; `instance` is a UUID. */
export const attachDynamicDiskPayload = z.object({ name: z.string(), instance: z.string(), metadata: dynamicDisk.metadata });
export type AttachDynamicDiskPayload = z.infer<typeof attachDynamicDiskPayload>;

/** Payload of a `detach_dynamic_disk` or `delete_dynamic_disk` task. */
export const dynamicDiskPayload = z.object({ name: z.string() });
export type DynamicDiskPayload = z.infer<typeof dynamicDiskPayload>;

/** Payload of a `create_snapshot` or `snapshot_deployment` task. */
export const takeSnapshotsPayload = z.object({ deployment: z.string(), instanceId: z.number().optional() });
export type TakeSnapshotsPayload = z.infer<typeof takeSnapshotsPayload>;

/** Payload of a `delete_snapshot` or `delete_deployment_snapshots` task. */
export const deleteSnapshotsPayload = z.object({ deployment: z.string(), cid: z.string().optional() });
export type DeleteSnapshotsPayload = z.infer<typeof deleteSnapshotsPayload>;

/** Payload of a `delete_vm` task. */
export const deleteVmPayload = z.object({ cid: z.string() });
export type DeleteVmPayload = z.infer<typeof deleteVmPayload>;

/** Payload of a `fetch_logs` task; the result text is a blob id. */
export const fetchLogsPayload = z.object({
  deployment: z.string(),
  /** Group, or all. */
  group: z.string().optional(),
  /** UUID or index, or all. */
  id: z.string().optional(),
  logType: z.string().default('job'),
  filters: z.array(z.string()).optional(),
});
export type FetchLogsPayload = z.infer<typeof fetchLogsPayload>;

/** Payload of an `ssh` task; the result output has one line, a list of hosts. */
export const sshPayload = z.intersection(sshPostSchema, z.object({ deployment: z.string() }));
export type SshPayload = z.infer<typeof sshPayload>;

/** Reads a task's payload as stored; a mismatch is our own fault. */
export function parsePayload<T>(schema: z.ZodType<T>, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw fail('PayloadInvalid', `a task's payload cannot be read: ${parsed.error.issues[0]?.message ?? 'invalid'}`);
}
