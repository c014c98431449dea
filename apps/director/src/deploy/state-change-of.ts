import type { Manifest } from '@bosh6/formats';
import type { StateChange, WantedState } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';

const states: readonly string[] = ['started', 'stopped', 'detached', 'restart', 'recreate'] satisfies WantedState[];
const isState = (text: string): text is WantedState => states.includes(text);

/**
 * The state change that a request asks for. Throws 140008 for a state that a group, 140007 for one that an instance cannot have, 70001 for what is not
 * there, 140021 for an instance that is ignored; those of a whole group are left out.
 */
export async function stateChangeOf(
  scope: Scope,
  deployment: DeploymentRow,
  manifest: Manifest,
  asked: UpdateDeploymentPayload['stateChange'],
): Promise<StateChange | undefined> {
  if (asked === undefined) return undefined;
  const { group, id, state: to } = asked;
  const what = id === undefined ? `instance group '${group}'` : `instance '${group}/${id}'`;
  if (!isState(to)) throw fail(id === undefined ? 'StateInvalid' : 'InstanceStateInvalid', `${what} cannot be brought to state '${to}'`);
  const { read } = scope.collaborators.store;
  const known = (await read.instances.all({ deploymentId: deployment.id })).filter((row) => group === '*' || row.group === group);
  if (id === undefined) {
    if (group !== '*' && known.length === 0 && manifest.instanceGroups.every(({ name }) => name !== group))
      throw fail('InstanceNotFound', `deployment '${deployment.name}' has no ${what}`);
    for (const row of known.filter(({ ignore }) => ignore))
      scope.task.events.warning(`instance ${row.group}/${row.uuid} is ignored, and keeps its state`);
    return { to, ...(group === '*' ? {} : { group }) };
  }
  const row = known.find(({ uuid, index }) => uuid === id.toLowerCase() || String(index) === id);
  if (row === undefined) throw fail('InstanceNotFound', `deployment '${deployment.name}' has no ${what}`);
  if (row.ignore) throw fail('StateOfIgnored', `instance ${row.group}/${row.uuid} is ignored, so its state cannot be changed`);
  return { to, group: row.group, uuid: row.uuid };
}
