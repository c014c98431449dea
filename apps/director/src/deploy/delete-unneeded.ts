import { titleOf } from '../engine/title-of.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { deleteInstance } from './delete-instance.js';
import { type Deploy } from './deploy.js';
import { amountOf } from './update-groups.js';

/** Deletes the instances that the manifest no longer has: those of removed groups under one stage, those of shrunk groups under their group's, `max_in_flight` at once. */
export async function deleteUnneeded(deploy: Deploy): Promise<void> {
  const { plan, placement, manifest, scope, deployment, payload } = deploy;
  const named = new Map(manifest.instanceGroups.map((group) => [group.name, group]));
  const byTag = new Map<string, typeof plan.delete>();
  for (const step of plan.delete) {
    const tag = named.has(step.instance.group) ? step.instance.group : '';
    byTag.set(tag, [...(byTag.get(tag) ?? []), step]);
  }
  for (const [tag, steps] of byTag) {
    const stage = scope.task.events.stage('Deleting unneeded instances', steps.length, tag === '' ? [] : [tag]);
    const update = named.get(tag)?.update;
    const limit = update === undefined ? maxThreads : amountOf(payload.maxInFlight, update.maxInFlight, steps.length, 1);
    await inFlight(steps, limit, scope.task, async ({ instance }) => {
      const row = await scope.collaborators.store.read.instances.find({ id: instance.id });
      if (row === undefined) return;
      const skipDrain = payload.skipDrain === '*' || (payload.skipDrain ?? []).includes(row.group);
      const force = instance.vm?.jobState === 'unresponsive';
      const orphanVm = placement.groups.some(({ name, swaps }) => swaps && name === row.group);
      const options = { deployment: deployment.name, deploymentGoes: false, force, skipDrain, orphanVm };
      await stage.task(titleOf(row), (progress) => deleteInstance(scope, row, options, progress));
    });
  }
}
