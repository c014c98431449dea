import * as z from 'zod/mini';
import { networksSchema } from './network.js';

/** A client certificate for the bus, PEM texts. */
export const mbusCertSchema = z.looseObject({ ca: z.optional(z.string()), certificate: z.string(), private_key: z.string() });
export type MbusCert = z.infer<typeof mbusCertSchema>;

export const blobstoreSettingsSchema = z.looseObject({
  provider: z.string(),
  options: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});
export type BlobstoreSettings = z.infer<typeof blobstoreSettingsSchema>;

/** What the infrastructure says of a disk: a device path, or how to find it. In the lab `path` is a directory to bind-mount. */
export const diskHintSchema = z.union([
  z.string(),
  z.looseObject({
    path: z.optional(z.string()),
    volume_id: z.optional(z.string()),
    id: z.optional(z.string()),
    lun: z.optional(z.string()),
    host_device_id: z.optional(z.string()),
  }),
]);
export type DiskHint = z.infer<typeof diskHintSchema>;

export const mbusSettingsSchema = z.looseObject({ urls: z.optional(z.array(z.string())), cert: z.optional(mbusCertSchema) });
export type MbusSettings = z.infer<typeof mbusSettingsSchema>;

/** `env` as the Director gives it to create_vm and the CPI hands on. */
export const agentEnvSchema = z.looseObject({
  bosh: z.optional(
    z.looseObject({
      mbus: z.optional(mbusSettingsSchema),
      blobstores: z.optional(z.nullable(z.array(blobstoreSettingsSchema))),
      ntp: z.optional(z.nullable(z.array(z.string()))),
      password: z.optional(z.string()),
      keep_root_password: z.optional(z.boolean()),
      authorized_keys: z.optional(z.nullable(z.array(z.string()))),
      parallel: z.optional(z.number()),
      ipv6: z.optional(z.looseObject({ enable: z.optional(z.boolean()) })),
      // Ours: false leaves port 53 of the VM to its jobs.
      local_dns: z.optional(z.looseObject({ enable: z.optional(z.boolean()) })),
    }),
  ),
});
export type AgentEnv = z.infer<typeof agentEnvSchema>;

/** The settings that a CPI gives to a VM's agent, as bosh-agent. */
export const agentSettingsSchema = z.looseObject({
  agent_id: z.string().check(z.minLength(1)),
  vm: z.optional(z.looseObject({ name: z.optional(z.string()) })),
  mbus: z.optional(z.string()),
  ntp: z.optional(z.nullable(z.array(z.string()))),
  blobstore: z.optional(blobstoreSettingsSchema),
  networks: z.optional(z.nullable(networksSchema)),
  disks: z.optional(
    z.looseObject({
      system: z.optional(z.unknown()),
      ephemeral: z.optional(z.unknown()),
      persistent: z.optional(z.nullable(z.record(z.string(), diskHintSchema))),
    }),
  ),
  env: z.optional(z.nullable(agentEnvSchema)),
});
export type AgentSettings = z.infer<typeof agentSettingsSchema>;

/** The argument of `update_settings`, kept by the agent in update_settings.json; it wins over the CPI's settings. */
export const updateSettingsSchema = z.looseObject({
  trusted_certs: z.optional(z.nullable(z.string())),
  disk_associations: z.optional(z.nullable(z.array(z.looseObject({ name: z.string(), cid: z.string() })))),
  mbus: z.optional(z.nullable(mbusSettingsSchema)),
  blobstores: z.optional(z.nullable(z.array(blobstoreSettingsSchema))),
});
export type UpdateSettings = z.infer<typeof updateSettingsSchema>;

/** agent.json of the stemcell: where the settings come from. */
export const agentConfigSchema = z.looseObject({
  Platform: z.optional(z.looseObject({ Linux: z.optional(z.record(z.string(), z.unknown())) })),
  Infrastructure: z.looseObject({
    Settings: z.looseObject({ Sources: z.array(z.looseObject({ Type: z.string(), SettingsPath: z.optional(z.string()) })) }),
  }),
});
export type AgentConfig = z.infer<typeof agentConfigSchema>;
