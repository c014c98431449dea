import { z } from 'zod';

/** An entry of the immediate listings `/instances` and `/vms`. */
export const instanceSchema = z.object({
  agent_id: z.string().nullable(),
  cid: z.string().nullable(),
  job: z.string(),
  index: z.int(),
  id: z.string(),
  az: z.string().nullable(),
  ips: z.array(z.string()),
  vm_created_at: z.string().nullable(),
  expects_vm: z.boolean().optional(),
  active: z.boolean().optional(),
  permanent_nats_credentials: z.boolean().optional(),
});
export const instancesSchema = z.array(instanceSchema);
export type Instance = z.infer<typeof instanceSchema>;

/** `GET /deployments/NAME/jobs/GROUP/ID`. */
export const instanceStateSchema = z.object({
  deployment: z.string(),
  job: z.string(),
  index: z.int(),
  id: z.string(),
  state: z.string(),
  disks: z.array(z.string()),
});
export type InstanceState = z.infer<typeof instanceStateSchema>;

/** `POST /deployments/NAME/errands/ERRAND/runs`. */
export const errandRunSchema = z.object({
  'keep-alive': z.boolean().default(false),
  'when-changed': z.boolean().default(false),
  /** `id` is a UUID, an index or `first`. */
  instances: z.array(z.object({ group: z.string(), id: z.string().optional() })).default([]),
});
/** `GET /deployments/NAME/snapshots`. */
export const snapshotsSchema = z.array(
  z.object({ job: z.string(), index: z.int(), uuid: z.string(), snapshot_cid: z.string(), created_at: z.string(), clean: z.boolean() }),
);
export type Snapshot = z.infer<typeof snapshotsSchema>[number];

export const errandsSchema = z.array(z.object({ name: z.string() }));

export const ignorePutSchema = z.object({ ignore: z.boolean() });
export type IgnorePut = z.infer<typeof ignorePutSchema>;

const percent = z.object({ percent: z.string().optional(), inode_percent: z.string().optional() });
export const vmVitalsSchema = z.object({
  cpu: z.object({ sys: z.string().optional(), user: z.string().optional(), wait: z.string().optional() }).optional(),
  disk: z.record(z.string(), percent).optional(),
  load: z.array(z.string()).optional(),
  mem: z.object({ kb: z.string().optional(), percent: z.string().optional() }).optional(),
  swap: z.object({ kb: z.string().optional(), percent: z.string().optional() }).optional(),
  uptime: z.object({ secs: z.int().optional() }).optional(),
});
export type VmVitals = z.infer<typeof vmVitalsSchema>;

export const processSchema = z.object({
  name: z.string(),
  state: z.string(),
  uptime: z.object({ secs: z.number().optional() }).optional(),
  mem: z.object({ kb: z.number().optional(), percent: z.number().optional() }).optional(),
  cpu: z.object({ total: z.number().optional() }).optional(),
});
export type Process = z.infer<typeof processSchema>;

/** An address (for `route`: a router) on a NIC that nobody assigned; of a kind `missing...` one that was assigned and is not there. Ours. */
export const foreignAddressSchema = z.object({ nic: z.string(), address: z.string(), kind: z.string() });
export type ForeignAddress = z.infer<typeof foreignAddressSchema>;

/** A line of the result output of a `vms` task: vitals of VMs are strings, of processes numbers. */
export const instanceFullSchema = z.object({
  vm_cid: z.string().nullable(),
  active: z.boolean().nullable(),
  vm_created_at: z.string().nullable(),
  cloud_properties: z.unknown(),
  disk_cid: z.string().nullable(),
  disk_cids: z.array(z.string()),
  ips: z.array(z.string()),
  agent_id: z.string().nullable(),
  job_name: z.string(),
  index: z.int().nullable(),
  job_state: z.string().nullable(),
  state: z.string().nullable(),
  vm_type: z.string().nullable(),
  vitals: vmVitalsSchema.nullable(),
  processes: z.array(processSchema),
  az: z.string().nullable(),
  id: z.string(),
  bootstrap: z.boolean(),
  ignore: z.boolean(),
  stemcell: z.object({ name: z.string(), version: z.string(), api_version: z.int().nullable() }).nullish(),
  /** Ours; missing where the agent is the original. */
  agent: z.object({ version: z.string(), features: z.array(z.string()) }).optional(),
  /** Ours; only when there are some. */
  foreign_addresses: z.array(foreignAddressSchema).optional(),
});
export type InstanceFull = z.infer<typeof instanceFullSchema>;
