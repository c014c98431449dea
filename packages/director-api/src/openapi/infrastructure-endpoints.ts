import { z } from 'zod';
import { orphanDisksSchema } from '../disk.js';
import { dynamicDiskAttachSchema, dynamicDiskPostSchema, dynamicDiskProvideSchema, dynamicDisksSchema } from '../dynamic-disk.js';
import { linkAddressSchema, linkConsumersSchema, linkPostSchema, linkProvidersSchema, linkSchema } from '../link.js';
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
  endpoint('PUT /disks/{cid}/attachments', 'admin', 'Give a disk to an instance', 'task', {
    query: of.query.extend({ job: z.string(), instance_id: z.string(), disk_properties: z.literal('copy').optional() }),
  }),
  endpoint('GET /networks', 'admin', 'Orphaned networks', z.array(z.unknown()), { query: z.object({ orphaned: z.literal('true') }) }),
  endpoint('DELETE /networks/{name}', 'admin', 'Delete an orphaned network', 'task'),
  endpoint('GET /networks/usage', 'read', 'How the networks of the cloud configs are used', networksUsageSchema, {
    query: networksUsageQuerySchema,
  }),
  endpoint('GET /cpis', 'read', 'What each CPI answers to `info`, as lines of the result', 'task'),
  endpoint('GET /orphaned_vms', 'admin', 'Orphaned VMs', orphanedVmsSchema),
  endpoint('DELETE /vms/{cid}', 'admin', 'Delete a VM', 'task'),
  endpoint('GET /link_providers', 'deployment:read', 'Providers of links', linkProvidersSchema, of),
  endpoint('GET /link_consumers', 'deployment:read', 'Consumers of links', linkConsumersSchema, of),
  endpoint('GET /links', 'deployment:read', 'Links', z.array(linkSchema), of),
  endpoint('POST /links', 'create_link', 'Make a link for somebody outside', linkSchema, { ...json, body: linkPostSchema }),
  endpoint('DELETE /links/{id}', 'delete_link', 'Delete such a link', 'none', { answers: { 204: { says: 'It is gone.' } } }),
  endpoint('GET /link_address', 'read_link', 'The DNS name that a link leads to', linkAddressSchema, {
    query: z.object({ link_id: z.string(), 'azs[]': z.array(z.string()).optional(), status: z.string().optional() }),
  }),
  endpoint('GET /dynamic_disks', 'list_dynamic_disks', 'Dynamic disks', dynamicDisksSchema),
  endpoint('POST /dynamic_disks', 'create_dynamic_disks', 'Create a dynamic disk; the result is its CID', 'task', {
    ...json,
    body: dynamicDiskPostSchema,
  }),
  endpoint('POST /dynamic_disks/provide', 'provide_dynamic_disks', 'Create a dynamic disk unless it is there, and attach it', 'task', {
    ...json,
    body: dynamicDiskProvideSchema,
  }),
  endpoint('POST /dynamic_disks/{disk}/attach', 'attach_dynamic_disks', 'Attach a dynamic disk to an instance', 'task', {
    ...json,
    body: dynamicDiskAttachSchema,
  }),
  endpoint('POST /dynamic_disks/{disk}/detach', 'detach_dynamic_disks', 'Detach a dynamic disk', 'task'),
  endpoint('DELETE /dynamic_disks/{disk}', 'delete_dynamic_disks', 'Delete a detached dynamic disk', 'task'),
];
