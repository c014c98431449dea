import type { JsonObject } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import { z } from 'zod';
import { type ClusterPlace, clustersSchema } from './clusters.js';
import { vmxOptionsSchema } from './global-properties.js';
import { readProperties } from './read-properties.js';

const count = z.number().int().positive();
const schema = z.strictObject({
  cpu: count,
  /** MiB */
  ram: count,
  /** MiB of the ephemeral disk */
  disk: count,
  cpu_hot_add_enabled: z.boolean().exactOptional(),
  memory_hot_add_enabled: z.boolean().exactOptional(),
  cpu_reserve_full_mhz: z.boolean().exactOptional(),
  memory_reservation_locked_to_max: z.boolean().exactOptional(),
  nested_hardware_virtualization: z.boolean().exactOptional(),
  upgrade_hw_version: z.boolean().exactOptional(),
  root_disk_size_gb: count.exactOptional(),
  datastores: z
    .array(z.string({ error: 'a name of a datastore; datastore clusters are not supported' }).min(1))
    .min(1)
    .exactOptional(),
  datacenters: z
    .array(z.strictObject({ name: z.string().min(1), clusters: clustersSchema.default([]) }))
    .max(1, 'one datacenter')
    .exactOptional(),
  tags: z.array(z.strictObject({ category: z.string().min(1), tag: z.string().min(1) })).exactOptional(),
  storage_policy: z.strictObject({ name: z.string().min(1) }).exactOptional(),
  vm_group: z.string().min(1).exactOptional(),
  disable_drs: z.boolean().exactOptional(),
  vmx_options: vmxOptionsSchema.exactOptional(),
  enable_human_readable_name: z.boolean().exactOptional(),
});
const refused = {
  pci_passthroughs: 'PCI devices are not served',
  vgpus: 'virtual GPUs are not served',
  device_groups: 'device groups are not served',
  nsx: 'name the port group in the network',
  nsxt: 'name the segment in the network',
};

export type VmProperties = Omit<z.output<typeof schema>, 'datacenters'> & { clusters: ClusterPlace[] };

/** Cloud properties of a VM type, its extensions and its AZ, merged by the Director. Throws VMCreationFailed, not worth a repeat. */
export function readVmProperties(given: JsonObject, datacenter: { name: string; clusters: ClusterPlace[] }): VmProperties {
  const { datacenters, ...read } = readProperties({ schema, refused }, given, 'VM type: cloud_properties', 'VMCreationFailed');
  const [az] = datacenters ?? [];
  if (az !== undefined && az.name !== datacenter.name)
    throw cpiError('VMCreationFailed', `datacenter '${az.name}' of the VM's AZ is not the CPI's, '${datacenter.name}'`, {
      hint: 'a CPI serves one datacenter; give each its own entry in the cpi-config',
    });
  return { ...read, clusters: az !== undefined && az.clusters.length > 0 ? az.clusters : datacenter.clusters };
}
