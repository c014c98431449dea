import { EntitySchema } from 'typeorm';
import type { LinkConsumerRow, LinkProviderRow, LinkRow } from '../rows/index.js';

const id = { type: 'integer', primary: true, generated: 'increment' } as const;
const deploymentId = { type: 'integer', name: 'deployment_id' } as const;

export const linkProviderEntity = new EntitySchema<LinkProviderRow>({
  name: 'LinkProvider',
  tableName: 'link_providers',
  columns: {
    id,
    deploymentId,
    group: { type: 'text', name: 'group_name' },
    job: { type: 'text' },
    originalName: { type: 'text', name: 'original_name' },
    name: { type: 'text' },
    type: { type: 'text' },
    shared: { type: 'boolean' },
    content: { type: 'simple-json' },
  },
});

export const linkConsumerEntity = new EntitySchema<LinkConsumerRow>({
  name: 'LinkConsumer',
  tableName: 'link_consumers',
  columns: {
    id,
    deploymentId,
    group: { type: 'text', name: 'group_name', nullable: true },
    owner: { type: 'text' },
    name: { type: 'text' },
    type: { type: 'text' },
    optional: { type: 'boolean' },
  },
});

export const linkEntity = new EntitySchema<LinkRow>({
  name: 'Link',
  tableName: 'links',
  columns: {
    id,
    deploymentId,
    consumerId: { type: 'integer', name: 'consumer_id' },
    providerId: { type: 'integer', name: 'provider_id', nullable: true },
    name: { type: 'text' },
    network: { type: 'text', nullable: true },
    createdAt: { type: 'integer', name: 'created_at' },
    shared: { type: 'simple-json', nullable: true },
  },
});
