import * as z from 'zod/mini';
import { applySpecSchema } from './apply-spec.js';

/** As bosh-agent reads it from monit. */
export const jobStateSchema = z.enum(['running', 'starting', 'failing', 'stopped', 'unknown']);
export type JobState = z.infer<typeof jobStateSchema>;
export const processStateSchema = z.enum(['running', 'starting', 'failing', 'unknown']);
export type ProcessState = z.infer<typeof processStateSchema>;

const text = z.optional(z.string());
const usage = z.looseObject({ percent: text, inode_percent: text });
const memory = z.looseObject({ kb: text, percent: text });
const uptime = z.looseObject({ secs: z.optional(z.number()) });

/** The machine's load; numbers are texts, except uptime. The stock agent leaves out what is empty, here and below what is 0. */
export const vitalsSchema = z.looseObject({
  cpu: z.optional(z.looseObject({ sys: text, user: text, wait: text })),
  disk: z.optional(z.looseObject({ system: z.optional(usage), ephemeral: z.optional(usage), persistent: z.optional(usage) })),
  load: z.optional(z.array(z.string())),
  mem: z.optional(memory),
  swap: z.optional(memory),
  uptime: z.optional(uptime),
});
export type Vitals = z.infer<typeof vitalsSchema>;

/** A supervised process: uptime in seconds, memory in KiB and percent, CPU percent. */
export const processStatusSchema = z.looseObject({
  name: z.string(),
  state: processStateSchema,
  uptime: z.optional(uptime),
  mem: z.optional(z.looseObject({ kb: z.optional(z.number()), percent: z.optional(z.number()) })),
  cpu: z.optional(z.looseObject({ total: z.optional(z.number()) })),
});
export type ProcessStatus = z.infer<typeof processStatusSchema>;

/** What a managed NIC carries though nobody assigned it, or lacks though somebody did. `address` is the address; for `route` the router that a default route learnt from the link goes by; for `neighbour` a gateway that
 * more than one machine on the link answers for; for `missing-route` the default route's gateway, or another route's destination. */
export const foreignAddressSchema = z.looseObject({
  nic: z.string(),
  address: z.string(),
  /** `slaac`, `temporary`, `link-local` (on a NIC without an IPv6 network), `static`, `route`, `neighbour`; `missing`, `missing-route`: lost. */
  kind: z.string(),
});
export type ForeignAddress = z.infer<typeof foreignAddressSchema>;

/** A TCP port that answers beyond the machine itself. */
export const listenerSchema = z.looseObject({
  port: z.number(),
  /** `::` and `0.0.0.0` for any; RFC 5952. */
  addresses: z.array(z.string()),
  /** 4, 6 or both, ascending; a socket on `::` counts for both unless it is v6-only by its own flag. */
  families: z.array(z.number()),
  /** Empty when it cannot be told. */
  process: z.string(),
});
export type Listener = z.infer<typeof listenerSchema>;

/** The value of `get_state`: the stored apply spec and what lives now. `vitals` and what follows only with `"full"`; all but `vitals` is not BOSH's. */
export const agentStateSchema = z.extend(applySpecSchema, {
  agent_id: z.string(),
  job_state: jobStateSchema,
  vm: z.optional(z.looseObject({ name: z.optional(z.string()) })),
  processes: z.optional(z.array(processStatusSchema)),
  vitals: z.optional(vitalsSchema),
  /** The last two are missing where the machine cannot tell. */
  agent: z.optional(z.looseObject({ version: z.string(), features: z.array(z.string()) })),
  foreign_addresses: z.optional(z.array(foreignAddressSchema)),
  listeners: z.optional(z.array(listenerSchema)),
});
export type AgentState = z.infer<typeof agentStateSchema>;

/** Sent to hm.agent.heartbeat.<id> when connected, then every 30 s, or as often as it says. */
export const heartbeatSchema = z.looseObject({
  deployment: z.optional(z.string()),
  job: z.nullable(z.string()),
  index: z.nullable(z.number()),
  job_state: jobStateSchema,
  /** The instance's id. */
  node_id: z.optional(z.string()),
  number_of_processes: z.optional(z.number()),
  /** Ours: how often it comes; the original's agent says nothing, and keeps to 30. */
  beat_seconds: z.optional(z.number().check(z.positive())),
  vitals: vitalsSchema,
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** What a health monitor goes by, whatever else a heartbeat has or lacks. */
export const beatSchema = z.partial(z.pick(heartbeatSchema, { job_state: true, number_of_processes: true, beat_seconds: true }));
export type Beat = z.infer<typeof beatSchema>;

/** 1 alert, 2 critical, 3 error, 4 warning. */
export const alertSchema = z.looseObject({
  id: z.string(),
  severity: z.number(),
  title: z.string(),
  summary: z.string(),
  /** Seconds since 1970. */
  created_at: z.number(),
});
export type Alert = z.infer<typeof alertSchema>;
