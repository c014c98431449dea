import { compilePackages } from '../deploy/compile/compile-packages.js';
import { createInstanceVm } from '../deploy/create-instance-vm.js';
import { changedInstances, type Deploy } from '../deploy/deploy.js';
import { prepareStored } from '../deploy/prepare-stored.js';
import { updateInstance } from '../deploy/update-instance.js';
import { usePrepared } from '../deploy/use-prepared.js';
import { syncRecords } from '../dns/sync-records.js';
import { titleOf } from '../engine/title-of.js';
import { fail } from './errors.js';
import type { Site } from './problem-kind.js';
import { quietScope } from './quiet-scope.js';

/** How an instance is brought to what was deployed last. */
export interface BringUpOptions {
  /** Until its processes run. */
  waits: boolean;
  /** It gets a new VM; what is known of the old one is not asked again. */
  anew?: 'gone' | 'unresponsive';
}

/** Brings one instance to what was deployed last, with its disks and its addresses; one that was stopped stays so. */
export async function bringUp(site: Pick<Site, 'scope' | 'deployment' | 'instance'>, { waits, anew }: BringUpOptions): Promise<void> {
  const { deployment, instance } = site;
  const scope = quietScope(site.scope);
  const { group, uuid, state } = instance;
  const stateChange = anew !== undefined && state === 'started' ? { stateChange: { group, id: uuid, state: 'recreate' } } : {};
  const limits = { focus: { group, uuid }, ...(anew === undefined ? {} : { known: anew }) };
  const prepared = await prepareStored(scope, deployment, { fix: true, ...stateChange }, limits);
  await usePrepared(scope, prepared, async () => {
    const { placement, plan, resolved } = prepared;
    const desired = { deployment: deployment.name, desired: resolved.desired, placement, steps: plan.compile };
    const compiled = await compilePackages(scope, desired);
    const deploy: Deploy = { ...prepared, compiled, ...(waits ? {} : { unwatched: true }) };
    const [work] = changedInstances(deploy);
    if (work === undefined) throw fail('ProblemGone', `the manifest has no '${titleOf(instance)}', or it needs no new VM`);
    if (work.step.action === 'create') {
      await createInstanceVm(deploy, work);
      await syncRecords(scope, deployment, ({ instanceId }) => instanceId === instance.id);
    }
    await updateInstance(deploy, work, false, () => undefined);
  });
}
