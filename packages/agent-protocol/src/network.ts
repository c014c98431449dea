import * as z from 'zod/mini';

const text = z.optional(z.string());
/** A CPI in Go writes null for an empty list or map. */
const orNull = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** One network of a VM's settings and of its apply spec: bosh.io/docs/networks. Keys that the agent does not know travel along. */
export const networkSettingsSchema = z.looseObject({
  type: text,
  /** One address; IPv6 in RFC 5952 form. */
  ip: text,
  /** IPv4 dotted; IPv6 in colon form. */
  netmask: text,
  /** '32', '128', or the length of a delegated prefix. */
  prefix: z.optional(z.union([z.string(), z.number()])),
  gateway: text,
  default: orNull(z.array(z.string())),
  dns: orNull(z.array(z.string())),
  mac: text,
  use_dhcp: z.optional(z.boolean()),
  preconfigured: z.optional(z.boolean()),
  resolved: z.optional(z.boolean()),
  routes: orNull(z.array(z.looseObject({ destination: z.string(), gateway: z.string(), netmask: text }))),
  alias: text,
  nic_group: text,
  /** IPv6: the default route comes from router advertisements, and nothing else of them is taken. Not BOSH's. */
  accept_ra: z.optional(z.boolean()),
  cloud_properties: orNull(z.record(z.string(), z.unknown())),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;

export const networksSchema = z.record(z.string(), networkSettingsSchema);
export type Networks = z.infer<typeof networksSchema>;
