import { sshPostSchema } from '@bosh6/director-api';
import { z } from 'zod';

/** Payload of a `vms` task: one result line per instance, or per VM. */
export const vmsPayload = z.object({
  deployment: z.string(),
  kind: z.enum(['instances', 'vms']),
  /** Only what has this address. */
  ip: z.string().optional(),
});
export type VmsPayload = z.infer<typeof vmsPayload>;

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
