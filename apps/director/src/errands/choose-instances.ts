import { activeVm } from '../deploy/deploy.js';
import { fail } from '../deploy/errors.js';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import type { RunErrandPayload } from './payloads.js';

export interface Chosen {
  readonly row: InstanceRow;
  readonly vm: VmRow;
}

/** Instances of services that have the job: all, or those that were asked for. Throws 510000 for one that is stopped, and when none is as asked. */
export async function chooseInstances(
  scope: Scope,
  deployment: DeploymentRow,
  { instances: asked, errand }: RunErrandPayload,
  groups: readonly string[],
  errandGroups: readonly string[],
): Promise<Chosen[]> {
  const rows = (await scope.collaborators.store.read.instances.all({ deploymentId: deployment.id })).sort((a, b) => a.index - b.index);
  const having = rows.filter(({ group }) => groups.includes(group));
  const matches = having.filter((row) => asked.length === 0 || asked.some((wanted) => isMeant(row, wanted, having)));
  for (const { group, id } of asked) {
    if (having.some((row) => isMeant(row, { group, id }, having)) || errandGroups.includes(group)) continue;
    throw fail('ErrandFailed', `no instance with errand '${errand}' is ${id === undefined ? group : `${group}/${id}`}`);
  }
  const chosen: Chosen[] = [];
  for (const row of matches.filter(({ group }) => !errandGroups.includes(group))) {
    const vm = await activeVm(scope, row.id);
    if (vm === undefined || row.state !== 'started')
      throw fail('ErrandFailed', `instance ${row.group}/${row.uuid} does not run: errand '${errand}' cannot run there`, {
        hint: 'start it, or choose other instances with --instance',
      });
    chosen.push({ row, vm });
  }
  return chosen;
}

function isMeant(row: InstanceRow, { group, id }: { group: string; id?: string | undefined }, all: readonly InstanceRow[]): boolean {
  if (row.group !== group) return false;
  if (id === undefined || id === '') return true;
  if (id === 'first') return all.find((each) => each.group === group) === row;
  return row.uuid === id.toLowerCase() || String(row.index) === id;
}
