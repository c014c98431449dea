import { activeVm } from '../deploy/deploy.js';
import { blobFamily } from '../deploy/endpoints.js';
import { fail } from '../deploy/errors.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import type { InstanceRow, PassingBlobRow, VmRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { gatherArchives } from './gather-archives.js';
import { nameBundle } from './name-bundle.js';
import { type FetchLogsPayload, fetchLogsPayload } from './payloads.js';

/** `bosh logs`: has the agents pack their logs; the result is the id of a blob, of one instance's tarball or of one with a tarball for each. */
export function fetchLogs(tools: DeployTools): TaskHandler {
  return {
    type: 'fetch_logs',
    queue: 'urgent',
    run: async (context, payload) => {
      const asked = parsePayload(fetchLogsPayload, payload) as FetchLogsPayload;
      const scope = new Scope(tools, context);
      const chosen = await chooseInstances(scope, asked);
      const fetched: { name: string; bundle: PassingBlobRow }[] = [];
      for (const { instance, vm } of chosen) {
        const stage = context.events.stage(`Fetching logs for ${titleOf(instance)}`, 1);
        const { bundle } = await stage.task('Finding and packing log files', () =>
          packLogs(scope, vm, asked.logType, asked.filters ?? null),
        );
        fetched.push({ name: `${instance.group}.${instance.uuid}.tgz`, bundle });
      }
      const [only] = fetched;
      if (only !== undefined && fetched.length === 1) return only.bundle.blobstoreId;
      const stage = context.events.stage('Fetching group of logs', 1);
      return stage.task('Packing log files together', () => gatherArchives(tools.collaborators, fetched));
    },
  };
}

async function chooseInstances(scope: Scope, asked: FetchLogsPayload): Promise<{ instance: InstanceRow; vm: VmRow }[]> {
  const { store } = scope.collaborators;
  const deployment = await store.read.deployments.find({ name: asked.deployment });
  if (deployment === undefined) throw fail('DeploymentNotFound', `there is no deployment '${asked.deployment}'`);
  const instances = (await store.read.instances.all({ deploymentId: deployment.id })).filter(
    ({ group, uuid, index }) =>
      (asked.group === undefined || asked.group === '*' || group === asked.group) &&
      (asked.id === undefined || asked.id === '*' || uuid === asked.id || String(index) === asked.id),
  );
  const chosen: { instance: InstanceRow; vm: VmRow }[] = [];
  for (const instance of instances) {
    const vm = await activeVm(scope, instance.id);
    if (vm !== undefined) chosen.push({ instance, vm });
  }
  if (chosen.length > 0) return chosen;
  const what = [asked.group, asked.id].filter((part) => part !== undefined && part !== '*').join('/') || 'any instance';
  throw fail('InstanceNotFound', `deployment '${asked.deployment}' has no VM of ${what}`);
}

/** Has an agent pack its logs; they are a blob then, with this digest. */
export async function packLogs(
  scope: Scope,
  vm: VmRow,
  logType: string,
  filters: string[] | null,
): Promise<{ bundle: PassingBlobRow; sha1: string }> {
  const { blobs, config } = scope.collaborators;
  const bundle = await nameBundle(scope.collaborators);
  const signed = blobs.signedUrl('PUT', bundle.blobstoreId, { family: blobFamily(config, vm.networks as never) });
  const agent = scope.agent(vm.agentId);
  const { sha1 } = await agent.call('fetch_logs_with_signed_url', [{ signed_url: signed, log_type: logType, filters }]);
  if (!(await blobs.exists(bundle.blobstoreId)))
    throw fail('LogsMissing', `the agent of VM ${vm.cid} packed its logs, but they never arrived in the blobstore`);
  return { bundle, sha1 };
}
