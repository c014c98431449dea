import { CodedError, type JsonObject } from '@bosh6/base';
import { type DiskCid, isCpiErrorCode } from '@bosh6/cpi-protocol';
import { activeVm, metadataOf } from '../deploy/deploy.js';
import { fail } from '../deploy/errors.js';
import { openIntent, outcomeOf } from '../engine/intents.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import { recordAround } from '../events/record-around.js';
import type { DeploymentRow, InstanceRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { takeSnapshotsPayload } from './payloads.js';

/** `bosh take-snapshot`: of the persistent disk of one instance, or of each of a deployment. Throws what a CPI says that cannot. */
export function takeSnapshots(tools: DeployTools, type: 'create_snapshot' | 'snapshot_deployment'): TaskHandler {
  return {
    type,
    run: async (context, payload) => {
      const asked = parsePayload(takeSnapshotsPayload, payload);
      const scope = new Scope(tools, context);
      const lock = `deployment:${asked.deployment}`;
      const taken = await tools.collaborators.locks.withLock(lock, context.taskId, () => takeAll(scope, asked), { signal: context.signal });
      if (asked.instanceId === undefined) return `snapshots of deployment '${asked.deployment}' created`;
      return `snapshot(s) ${taken.join(', ')} created`;
    },
  };
}

async function takeAll(scope: Scope, asked: { deployment: string; instanceId?: number | undefined }): Promise<string[]> {
  const { read } = scope.collaborators.store;
  const deployment = await read.deployments.find({ name: asked.deployment });
  if (deployment === undefined) throw fail('DeploymentNotFound', `there is no deployment '${asked.deployment}'`);
  const all = await read.instances.all({ deploymentId: deployment.id });
  const rows = all.filter(({ id }) => (asked.instanceId ?? id) === id);
  const stage = scope.task.events.stage('Taking snapshots', rows.length);
  const taken: string[] = [];
  for (const row of rows) {
    scope.task.throwIfCancelled();
    taken.push(...(await stage.task(titleOf(row), () => takeOf(scope, deployment, row))));
  }
  return taken;
}

async function takeOf(scope: Scope, { name }: DeploymentRow, row: InstanceRow): Promise<string[]> {
  const { store, world, config, directorUuid } = scope.collaborators;
  const vm = await activeVm(scope, row.id);
  const taken: string[] = [];
  for (const disk of await store.read.disks.all({ instanceId: row.id, active: true })) {
    const metadata: JsonObject = {
      ...metadataOf(scope, name, row),
      director_name: config.name,
      director_uuid: directorUuid,
      ...(vm === undefined ? {} : { agent_id: vm.agentId }),
    };
    const instance = `${row.group}/${row.uuid}`;
    await recordAround(scope, { action: 'create', objectType: 'snapshot', deployment: name, instance }, async (learn) => {
      const cpi = scope.cpi(disk.cpi);
      const requestId = cpi.newRequestId();
      const intent = await openIntent(scope, 'snapshot_disk', requestId, { cpi: cpi.name, diskCid: disk.cid });
      const cid = await cpi.call('snapshotDisk', [disk.cid as DiskCid, metadata], { requestId }).catch(async (error: unknown) => {
        // one that died may have taken it
        if (CodedError.is(error) && isCpiErrorCode(error.code)) await store.write((tx) => intent.settle(tx, 'failed', outcomeOf(error)));
        throw error;
      });
      learn({ objectName: cid });
      const clean = row.state !== 'started';
      await store.write(async (tx) => {
        await tx.snapshots.insert({ cid, diskCid: disk.cid, cpi: disk.cpi, clean, createdAt: world.now() });
        await intent.settle(tx, 'done', { cid });
      });
      taken.push(cid);
    });
  }
  return taken;
}
