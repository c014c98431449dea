import type { JsonObject } from '@bosh6/base';
import type { Deploy, InstanceWork } from './deploy.js';

/** What the infrastructure is told of an instance's VM, so that people find it there: its tags, and over them what BOSH says of every VM. */
export function vmMetadata({ scope, deployment }: Deploy, { placed, group }: InstanceWork, createdAt: number): JsonObject {
  return {
    ...group.tags,
    director: scope.collaborators.config.name,
    deployment: deployment.name,
    id: placed.uuid,
    job: group.name,
    instance_group: group.name,
    index: String(placed.index),
    name: `${group.name}/${placed.uuid}`,
    created_at: new Date(createdAt).toISOString(),
  };
}
