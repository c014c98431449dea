import type { InstanceGroup, Manifest } from '@bosh6/formats';
import type { CompiledPackage, InstanceStep, Naming, PlacedGroup, PlacedInstance, Placement, Plan, SharedProvider } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import type { DeploymentRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import type { RenderedTemplates } from '../rendering/rendered-templates.js';
import type { UpdateDeploymentPayload } from './payloads.js';

/** A deploy whose decisions are made and stored; the steps walk it. */
export interface Deploy {
  readonly scope: Scope;
  readonly payload: UpdateDeploymentPayload;
  readonly deployment: DeploymentRow;
  readonly manifest: Manifest;
  readonly placement: Placement;
  readonly plan: Plan;
  readonly naming: Naming;
  /** What other deployments share with it. */
  readonly shared: readonly SharedProvider[];
  /** By instance UUID. */
  readonly templates: ReadonlyMap<string, RenderedTemplates>;
  readonly rows: ReadonlyMap<string, InstanceRow>;
  /** By reuse key; filled by compilation. */
  readonly compiled: Map<string, CompiledPackage>;
  /** Jobs are started, and nobody waits until they run. */
  readonly unwatched?: boolean;
  /** Templates have the values that the instance was given last, where there are newer ones. */
  readonly hasFormerVariables?: boolean;
}

/** One instance that the plan changes, with all that its steps need. */
export interface InstanceWork {
  readonly step: InstanceStep;
  readonly placed: PlacedInstance;
  readonly group: PlacedGroup;
  readonly manifestGroup: InstanceGroup;
  readonly row: InstanceRow;
  readonly templates: RenderedTemplates;
  /** `nginx/<uuid> (0)`. */
  readonly title: string;
}

/** The work of every instance that is to change, in the plan's order. */
export function changedInstances(deploy: Deploy): InstanceWork[] {
  const byUuid = new Map(deploy.placement.instances.map((placed) => [placed.uuid, placed]));
  return deploy.plan.instances.flatMap((step): InstanceWork[] => {
    const placed = byUuid.get(step.uuid);
    const group = deploy.placement.groups.find(({ name }) => name === step.group);
    const manifestGroup = deploy.manifest.instanceGroups.find(({ name }) => name === step.group);
    const row = deploy.rows.get(step.uuid);
    const templates = deploy.templates.get(step.uuid);
    if (step.action === 'none' || !placed || !group || !manifestGroup || !row || !templates) return [];
    return [{ step, placed, group, manifestGroup, row, templates, title: titleOf(step) }];
  });
}

/** The VM that an instance has now. */
export function activeVm(scope: Scope, instanceId: number): Promise<VmRow | undefined> {
  return scope.collaborators.store.read.vms.find({ instanceId, active: true });
}

/** What CPIs are told of an instance's VM and disks. */
export function metadataOf(
  scope: Scope,
  deployment: string,
  instance: { group: string; uuid: string; index: number },
): Record<string, string> {
  return {
    director: scope.collaborators.config.name,
    deployment,
    instance_id: instance.uuid,
    instance_index: String(instance.index),
    instance_group: instance.group,
  };
}
