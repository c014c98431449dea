import type { Json, JsonObject } from '@bosh6/base';
import { isJsonObject, Secret } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import { z } from 'zod';
import { type ClusterPlace, clustersSchema } from './clusters.js';
import { readProperties } from './read-properties.js';

export type DiskType = 'preallocated' | 'thin';
export type ScsiType = 'paravirtual' | 'lsi_logic' | 'lsi_logic_sas';

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text);
  } catch {
    context.addIssue({ code: 'custom', message: `'${text}' is not a regular expression` });
    return z.NEVER;
  }
});
const text = z.string().min(1);
const option = z.union([z.string(), z.number(), z.boolean()]);
export const vmxOptionsSchema = z.record(z.string(), option);
export type VmxOptions = z.output<typeof vmxOptionsSchema>;

const pods = 'list the datastores of the cluster by datastore_pattern';
const datacenter = {
  schema: z.strictObject({
    name: text,
    vm_folder: text.default('BOSH_VMs'),
    template_folder: text.default('BOSH_Templates'),
    disk_path: text.default('BOSH_Disks'),
    datastore_pattern: pattern,
    persistent_datastore_pattern: pattern,
    clusters: clustersSchema.refine((all) => all.length > 0, 'at least one cluster'),
    use_sub_folder: z.boolean().exactOptional(),
  }),
  refused: {
    datastore_cluster_pattern: pods,
    persistent_datastore_cluster_pattern: pods,
    allow_mixed_datastores: 'remove it; it has had no effect for years',
  },
};

const vcenter = {
  schema: z.strictObject({
    host: text.exactOptional(),
    address: text.exactOptional(),
    user: text,
    password: z.string().transform((value) => new Secret(value)),
    datacenters: z.array(z.json()).length(1, 'exactly one datacenter'),
    default_disk_type: z.enum(['preallocated', 'thin']).default('preallocated'),
    default_scsi_controller_type: z.enum(['paravirtual', 'lsi_logic', 'lsi_logic_sas']).default('paravirtual'),
    enable_auto_anti_affinity_drs_rules: z.boolean().default(false),
    cpu_reserve_full_mhz: z.boolean().default(false),
    memory_reservation_locked_to_max: z.boolean().default(false),
    upgrade_hw_version: z.boolean().default(false),
    default_hw_version: z.number().int().positive().default(17),
    enable_human_readable_name: z.boolean().default(false),
    connection_options: z.strictObject({ ca_cert: text.exactOptional() }).default({}),
    vmx_options: vmxOptionsSchema.default({}),
    vm_storage_policy_name: text.exactOptional(),
    ensure_no_ip_conflicts: z.boolean().exactOptional(),
    perform_ip_conflict_detection: z.boolean().exactOptional(),
  }),
  refused: {
    nsx: 'NSX-V is not served; its port groups are, by name',
    nsxt: 'NSX-T objects are not served; its segments are, by name',
    vm_encryption_policy_name: 'encrypt the datastore, or name a policy that does in vm_storage_policy_name',
    http_logging: "every call's name and duration is in the CPI log; bodies are not, for they hold secrets",
  },
};

const agent = z.looseObject({ mbus: z.string().exactOptional(), ntp: z.array(z.string()).exactOptional() });
const top = {
  schema: z.strictObject({
    vcenters: z.array(z.json()).length(1, 'exactly one vCenter'),
    agent: agent.default({}),
  }),
};

export type VcenterProperties = z.output<typeof vcenter.schema> & { host: string };
export type DatacenterProperties = z.output<typeof datacenter.schema> & { clusters: ClusterPlace[]; use_sub_folder: boolean };

/** What a CPI of this kind is told, read and with its defaults. */
export interface VsphereProperties {
  vcenter: VcenterProperties;
  datacenter: DatacenterProperties;
  /** Merged into every VM's settings as it is. */
  agent: JsonObject;
}

/**
 * Reads `{vcenters: [{..., datacenters: [{...}]}], agent: {...}}`, the properties of the original. Throws a coded error that names the key;
 * what this CPI lacks is refused, never ignored.
 */
export function readVsphereProperties(given: Json | undefined): VsphereProperties {
  const { plugins, ...rest } = isJsonObject(given) ? given : {};
  if (isJsonObject(plugins) && Object.keys(plugins).length > 0)
    throw cpiError('CpiError', "properties: 'plugins' is not supported by this CPI", { hint: 'remove it' });
  const all = readProperties(top, isJsonObject(given) ? rest : given, 'properties');
  const read = readProperties(vcenter, all.vcenters[0], 'vcenters.0');
  const host = read.host ?? read.address;
  if (host === undefined) throw cpiError('CpiError', "vcenters.0: 'host' is not given");
  const place = readProperties(datacenter, read.datacenters[0], 'vcenters.0.datacenters.0');
  const isPooled = place.clusters.some(({ resourcePool }) => resourcePool !== undefined);
  return {
    vcenter: { ...read, host },
    datacenter: { ...place, use_sub_folder: isPooled || place.use_sub_folder === true },
    agent: all.agent as JsonObject,
  };
}
