import { z } from 'zod';
import { orphanDisksSchema } from '../disk.js';
import { networksUsageQuerySchema, networksUsageSchema } from '../network-usage.js';
import { orphanedVmsSchema } from '../orphaned-vm.js';
import { type Endpoint, endpoint } from './endpoint.js';

const json = { accepts: ['json'] } as const;
const of = { query: z.object({ deployment: z.string() }) };
const disks = (path: string): Endpoint[] => [
  endpoint(`GET /${path}`, 'admin', 'Orphaned disks', orphanDisksSchema),
  endpoint(`DELETE /${path}/{cid}`, 'admin', 'Delete an orphaned disk', 'task', { query: z.object({ orphan: z.string().optional() }) }),
];

export const infrastructureEndpoints: readonly Endpoint[] = [
  ...disks('disks'),
  ...disks('orphan_disks'),
  endpoint('PUT /disks/{cid}/attachments', 'admin', 'Give a disk to an instance', 'unavailable', of),
  endpoint('GET /networks', 'admin', 'Orphaned networks', z.array(z.unknown()), { query: z.object({ orphaned: z.literal('true') }) }),
  endpoint('DELETE /networks/{name}', 'admin', 'Delete an orphaned network', 'task'),
  endpoint('GET /networks/usage', 'read', 'How the networks of the cloud configs are used', networksUsageSchema, {
    query: networksUsageQuerySchema,
  }),
  endpoint('GET /orphaned_vms', 'admin', 'Orphaned VMs', orphanedVmsSchema),
  endpoint('DELETE /vms/{cid}', 'admin', 'Delete a VM', 'task'),
  endpoint('GET /link_providers', 'read', 'Providers of links', 'unavailable', of),
  endpoint('GET /link_consumers', 'read', 'Consumers of links', 'unavailable', of),
  endpoint('GET /links', 'read', 'Links', 'unavailable', of),
  endpoint('POST /links', 'admin', 'Make a link for somebody outside', 'unavailable', json),
  endpoint('DELETE /links/{id}', 'admin', 'Delete such a link', 'unavailable'),
  endpoint('GET /link_address', 'read', 'The DNS name that a link leads to', 'unavailable'),
  endpoint('GET /dynamic_disks', 'admin', 'Dynamic disks', 'unavailable'),
  endpoint('POST /dynamic_disks', 'admin', 'Create a dynamic disk', 'unavailable', json),
  endpoint('POST /dynamic_disks/provide', 'admin', 'Create and attach a dynamic disk', 'unavailable', json),
  endpoint('POST /dynamic_disks/{disk}/attach', 'admin', 'Attach a dynamic disk', 'unavailable', json),
  endpoint('POST /dynamic_disks/{disk}/detach', 'admin', 'Detach a dynamic disk', 'unavailable'),
  endpoint('DELETE /dynamic_disks/{disk}', 'admin', 'Delete a dynamic disk', 'unavailable'),
];
