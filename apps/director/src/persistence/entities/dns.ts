import { EntitySchema } from 'typeorm';
import type { AgentDnsVersionRow, DnsAliasRow, DnsBlobRow, DnsLinkRow, DnsNumberRow, DnsRecordRow } from '../rows/index.js';

const id = { type: 'integer', primary: true, generated: 'increment' } as const;

export const dnsRecordEntity = new EntitySchema<DnsRecordRow>({
  name: 'DnsRecord',
  tableName: 'local_dns_records',
  columns: {
    id,
    deploymentId: { type: 'integer', name: 'deployment_id' },
    deployment: { type: 'text' },
    instanceId: { type: 'integer', name: 'instance_id' },
    uuid: { type: 'text' },
    group: { type: 'text', name: 'group_name' },
    index: { type: 'integer', name: 'position' },
    az: { type: 'text', nullable: true },
    network: { type: 'text' },
    family: { type: 'integer' },
    address: { type: 'text' },
    agentId: { type: 'text', name: 'agent_id' },
  },
});

export const dnsNumberEntity = new EntitySchema<DnsNumberRow>({
  name: 'DnsNumber',
  tableName: 'local_dns_numbers',
  columns: { id, kind: { type: 'text' }, name: { type: 'text' }, deploymentId: { type: 'integer', name: 'deployment_id' } },
});

export const dnsAliasEntity = new EntitySchema<DnsAliasRow>({
  name: 'DnsAlias',
  tableName: 'local_dns_aliases',
  columns: {
    id,
    deploymentId: { type: 'integer', name: 'deployment_id' },
    group: { type: 'text', name: 'group_name' },
    domain: { type: 'text' },
    healthFilter: { type: 'text', name: 'health_filter', nullable: true },
    initialHealthCheck: { type: 'text', name: 'initial_health_check', nullable: true },
    placeholderType: { type: 'text', name: 'placeholder_type', nullable: true },
  },
});

export const dnsLinkEntity = new EntitySchema<DnsLinkRow>({
  name: 'DnsLink',
  tableName: 'local_dns_links',
  columns: {
    id,
    deploymentId: { type: 'integer', name: 'deployment_id' },
    group: { type: 'text', name: 'group_name' },
    name: { type: 'text' },
  },
});

export const dnsBlobEntity = new EntitySchema<DnsBlobRow>({
  name: 'DnsBlob',
  tableName: 'local_dns_blobs',
  columns: {
    id,
    blobstoreId: { type: 'text', name: 'blobstore_id', nullable: true },
    sha256: { type: 'text', nullable: true },
    contentHash: { type: 'text', name: 'content_hash' },
  },
});

export const agentDnsVersionEntity = new EntitySchema<AgentDnsVersionRow>({
  name: 'AgentDnsVersion',
  tableName: 'agent_dns_versions',
  columns: { id, agentId: { type: 'text', name: 'agent_id' }, version: { type: 'integer' } },
});
