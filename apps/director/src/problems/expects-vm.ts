import { isJsonObject } from '@bosh6/base';
import { manifestMap } from '../configs/manifest-map.js';
import type { DeploymentRow, InstanceRow } from '../persistence/rows/index.js';

/** Tells which instances are to have a VM at all times: those of services, unless they are stopped without one. */
export function expectsVm({ manifestText }: DeploymentRow): (instance: InstanceRow) => boolean {
  const errands = errandGroups(manifestText);
  return ({ group, state }) => state !== 'detached' && !errands.has(group);
}

/** The groups of a manifest that are errands; none without a manifest. */
export function errandGroups(manifestText: string | null): Set<string> {
  if (manifestText === null) return new Set();
  const groups = manifestMap(manifestText).instance_groups;
  const named = (Array.isArray(groups) ? groups : []).filter(isJsonObject);
  return new Set(named.flatMap(({ name, lifecycle }) => (lifecycle === 'errand' && typeof name === 'string' ? [name] : [])));
}
