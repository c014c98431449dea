import { isJsonObject } from '@bosh6/base';
import { readAppliedState } from '@bosh6/plan';
import { type Findings, finding } from './finding.js';
import { nameOf, type Records } from './records.js';

/** Locks are held and effects under way only for tasks that run; what was cut off is told. */
export function* checkWork(records: Records): Findings {
  const { tasks, locks, intents, instances, deployments, vmsOf, disksOf, now } = records;
  const running = new Set(tasks.map(({ id }) => id));
  const isRunning = (taskId: number | null): boolean => taskId !== null && running.has(taskId);
  const busy = new Set(tasks.map(({ deployment }) => deployment));
  for (const { id, type, leaseUntil } of tasks) {
    if (leaseUntil !== null && leaseUntil < now)
      yield finding(
        'broken',
        'task_stuck',
        `task ${id}`,
        `nobody works on this ${type} any more`,
        'restart the Director: it ends what nobody works on',
      );
  }
  for (const { name, taskId, expiredAt } of locks) {
    if (isRunning(taskId) || expiredAt <= now) continue;
    yield finding('broken', 'lock_leaked', name, `task ${taskId ?? '?'}, which does not run, holds it`, 'wait a minute: it runs out');
  }
  for (const { kind, taskId, requestId, state, payload, outcome } of intents) {
    if (isRunning(taskId)) continue;
    const of = isJsonObject(payload) && typeof payload.title === 'string' ? ` for ${payload.title}` : '';
    const made = isJsonObject(outcome) && typeof outcome.cid === 'string' ? ` (${outcome.cid})` : '';
    const what = `${kind}${of}${made}, which task ${taskId ?? '?'} began,`;
    if (state === 'open')
      yield finding(
        'pending',
        'intent_open',
        requestId,
        `${what} has no known end`,
        'the next deploy, or the next start of the Director, looks after it',
      );
    else
      yield finding(
        'suspect',
        'intent_unknown',
        requestId,
        `${what} was cut off, and the CPI cannot tell what it made`,
        `look in the infrastructure for what nobody has; the CPI logged the request id`,
      );
  }
  for (const { id, updateCompleted, spec } of instances.values()) {
    const { instance, deployment } = nameOf(records, id);
    if (deployment === null)
      yield finding('broken', 'instance_stray', instance, 'its deployment is not there any more', 'delete its VM: `bosh6 delete-vm CID`');
    if (updateCompleted || busy.has(deployment)) continue;
    const isBorn = readAppliedState(spec) !== undefined || vmsOf.has(id) || disksOf.has(id);
    const problem = isBorn ? 'its last update did not end' : 'it has no VM yet, and keeps its addresses';
    yield finding('pending', 'instance_unfinished', instance, problem, `deploy again: \`bosh6 -d ${deployment} deploy\``, deployment);
  }
  for (const { id, name, manifestText } of deployments) {
    if (manifestText !== null || busy.has(name) || [...instances.values()].some(({ deploymentId }) => deploymentId === id)) continue;
    yield finding('pending', 'deployment_empty', name, 'its first deploy left nothing', 'deploy it, or delete it', name);
  }
}
