import type { JsonObject } from '@bosh6/base';
import type { SshTarget } from '@bosh6/director-api';
import { activeVm } from '../deploy/deploy.js';
import { fail } from '../deploy/errors.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import { recordAround } from '../events/record-around.js';
import type { InstanceRow, VmRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { type SshPayload, sshPayload } from './payloads.js';

interface Chosen {
  readonly instance: InstanceRow;
  readonly vm: VmRow;
}

/** `bosh ssh`: has the agents make a user, or remove it; the result is one line, a list of hosts. As in BOSH there are no events of stages. */
export function sshHosts(tools: DeployTools): TaskHandler {
  return {
    type: 'ssh',
    queue: 'urgent',
    run: async (context, payload) => {
      const asked = parsePayload<SshPayload>(sshPayload, payload);
      const scope = new Scope(tools, context);
      const chosen = await chooseInstances(scope, asked);
      const answers = await Promise.allSettled(chosen.map((one) => callAgent(scope, one, asked)));
      // each agent is heard to the end, so that no user is made after the task has failed
      for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
      context.result(JSON.stringify(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))));
      return '';
    },
  };
}

async function chooseInstances(scope: Scope, { deployment: name, target }: SshPayload): Promise<Chosen[]> {
  const { store } = scope.collaborators;
  const deployment = await store.read.deployments.find({ name });
  if (deployment === undefined) throw fail('DeploymentNotFound', `there is no deployment '${name}'`);
  const wanted = (await store.read.instances.all({ deploymentId: deployment.id })).filter((instance) => isWanted(instance, target));
  const chosen: Chosen[] = [];
  for (const instance of wanted) {
    const vm = await activeVm(scope, instance.id);
    if (vm !== undefined) chosen.push({ instance, vm });
  }
  if (chosen.length > 0) return chosen;
  const which = [target.job ?? 'any group', ...(target.ids.length > 0 ? target.ids : target.indexes)].join('/');
  throw fail('InstanceNotFound', `deployment '${name}' has no VM of ${which}`);
}

function isWanted({ group, uuid, index }: InstanceRow, { job, ids, indexes }: SshTarget): boolean {
  if (job != null && job !== group) return false;
  if (ids.length > 0) return ids.some((id) => (/^\d+$/.test(id) ? Number(id) === index : id.toLowerCase() === uuid));
  return indexes.length === 0 || indexes.includes(String(index));
}

function callAgent(scope: Scope, { instance, vm }: Chosen, { command, params }: SshPayload): Promise<JsonObject> {
  const { group, uuid, index } = instance;
  const facts = { action: `${command} ssh`, objectType: 'instance', objectName: `${group}/${uuid}`, instance: `${group}/${uuid}` };
  return recordAround(scope, facts, async () => {
    scope.task.debug(`${command} of a user on ${titleOf(instance)}`);
    const answer = await scope.agent(vm.agentId).call('ssh', [command, params]);
    return { ...(answer as JsonObject), id: uuid, index, job: group };
  });
}
