import * as z from 'zod/mini';
import { applySpecSchema, blobHeadersSchema, compiledDependencySchema } from './apply-spec.js';
import { diskHintSchema, updateSettingsSchema } from './settings.js';
import { agentStateSchema } from './state.js';

const empty = z.looseObject({});
const text = z.string();
const filters = z.nullable(z.array(z.string()));
const none = z.tuple([]);

/** `sync`: the answer is the result. `async`: the answer is a task; poll `get_task`. */
export type MethodMode = 'sync' | 'async';

/** Every method of the agent, as bosh-agent. Arguments are positional. */
export const agentMethods = {
  ping: { mode: 'sync', arguments: none, result: z.literal('pong') },
  info: { mode: 'sync', arguments: none, result: z.looseObject({ api_version: z.number() }) },
  get_task: { mode: 'sync', arguments: z.tuple([text]), result: z.unknown() },
  cancel_task: { mode: 'sync', arguments: z.tuple([text]), result: z.literal('canceled') },
  get_state: { mode: 'sync', arguments: z.tuple([z.optional(z.literal('full'))]), result: agentStateSchema },
  shutdown: { mode: 'sync', arguments: none, result: text },
  delete_arp_entries: { mode: 'sync', arguments: z.tuple([z.looseObject({ ips: z.array(text) })]), result: empty },
  remove_file: { mode: 'sync', arguments: z.tuple([text]), result: text },
  ssh: {
    mode: 'sync',
    arguments: z.tuple([
      z.enum(['setup', 'cleanup']),
      z.looseObject({ user: z.optional(text), public_key: z.optional(text), user_regex: z.optional(text) }),
    ]),
    result: z.looseObject({ command: text, status: text, ip: z.optional(text), host_public_key: z.optional(text) }),
  },
  update_settings: { mode: 'async', arguments: z.tuple([updateSettingsSchema]), result: z.literal('ok') },
  prepare: { mode: 'async', arguments: z.tuple([applySpecSchema]), result: z.literal('prepared') },
  apply: { mode: 'async', arguments: z.tuple([applySpecSchema]), result: z.literal('applied') },
  start: { mode: 'sync', arguments: none, result: z.literal('started') },
  stop: { mode: 'async', arguments: none, result: z.literal('stopped') },
  drain: { mode: 'async', arguments: z.tuple([z.enum(['update', 'shutdown', 'status']), z.optional(applySpecSchema)]), result: z.number() },
  run_script: {
    mode: 'async',
    arguments: z.tuple([text, z.looseObject({ env: z.optional(z.record(z.string(), z.string())) })]),
    result: empty,
  },
  run_errand: {
    mode: 'async',
    arguments: z.tuple([z.optional(text)]),
    result: z.looseObject({ stdout: text, stderr: text, exit_code: z.number() }),
  },
  compile_package: {
    mode: 'async',
    /** blobstore_id, digest, name, version, dependencies. */
    arguments: z.tuple([text, text, text, text, z.record(z.string(), compiledDependencySchema)]),
    result: z.looseObject({ result: z.looseObject({ blobstore_id: text, sha1: text }) }),
  },
  compile_package_with_signed_url: {
    mode: 'async',
    arguments: z.tuple([
      z.looseObject({
        package_get_signed_url: text,
        upload_signed_url: text,
        digest: text,
        name: text,
        version: text,
        deps: z.optional(z.nullable(z.record(z.string(), compiledDependencySchema))),
        blobstore_headers: blobHeadersSchema,
      }),
    ]),
    result: z.looseObject({ result: z.looseObject({ sha1: text }) }),
  },
  fetch_logs: {
    mode: 'async',
    arguments: z.tuple([text, filters]),
    result: z.looseObject({ blobstore_id: text, sha1: text }),
  },
  fetch_logs_with_signed_url: {
    mode: 'async',
    arguments: z.tuple([
      z.looseObject({ signed_url: text, log_type: text, filters: z.optional(filters), blobstore_headers: blobHeadersSchema }),
    ]),
    result: z.looseObject({ sha1: text }),
  },
  bundle_logs: {
    mode: 'sync',
    arguments: z.tuple([z.looseObject({ owning_user: z.optional(text), log_type: text, filters: z.optional(filters) })]),
    result: z.looseObject({ logs_tar_path: text, sha512: text }),
  },
  upload_blob: { mode: 'async', arguments: z.tuple([z.looseObject({ blob_id: text, checksum: text, payload: text })]), result: text },
  sync_dns: { mode: 'sync', arguments: z.tuple([text, text, z.number()]), result: z.literal('synced') },
  sync_dns_with_signed_url: {
    mode: 'sync',
    arguments: z.tuple([
      z.looseObject({ signed_url: text, multi_digest: text, version: z.number(), blobstore_headers: blobHeadersSchema }),
    ]),
    result: z.literal('synced'),
  },
  /** Ours, for answers of local DNS: the agents of all instances that do not run as they should. */
  sync_health: { mode: 'sync', arguments: z.tuple([z.looseObject({ unhealthy: z.array(text) })]), result: z.literal('synced') },
  list_disk: { mode: 'async', arguments: none, result: z.array(text) },
  mount_disk: { mode: 'async', arguments: z.tuple([text]), result: empty },
  unmount_disk: { mode: 'async', arguments: z.tuple([text]), result: z.looseObject({ message: text }) },
  migrate_disk: { mode: 'async', arguments: z.tuple([z.optional(text), z.optional(text)]), result: empty },
  add_persistent_disk: { mode: 'async', arguments: z.tuple([text, diskHintSchema]), result: empty },
  add_dynamic_disk: { mode: 'async', arguments: z.tuple([text, diskHintSchema]), result: empty },
  remove_dynamic_disk: { mode: 'sync', arguments: z.tuple([text]), result: empty },
  remove_persistent_disk: { mode: 'async', arguments: z.tuple([text]), result: empty },
} as const;

export type AgentMethod = keyof typeof agentMethods;
export type AgentArguments<M extends AgentMethod> = z.infer<(typeof agentMethods)[M]['arguments']>;
export type AgentResult<M extends AgentMethod> = z.infer<(typeof agentMethods)[M]['result']>;

/** The `protocol` of requests: `list_disk` is asynchronous from 3 on, `stop` waits from 3 on. */
export const protocolVersion = 3;
