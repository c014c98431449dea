import type { VmRow } from '../persistence/rows/index.js';
import { applySpec } from './apply-spec.js';
import type { Deploy, InstanceWork } from './deploy.js';
import { prepareVm } from './prepare-vm.js';
import { specFor } from './spec-for.js';
import { type Progress, stopInstance } from './stop-instance.js';

/** Stops an instance's jobs as what is to become of it asks for; one that stays on its VM fetches what it will need before. */
export async function stopForUpdate(deploy: Deploy, work: InstanceWork, vm: VmRow, progress: Progress): Promise<void> {
  const { scope, payload } = deploy;
  const { step, group } = work;
  const agent = scope.agent(vm.agentId);
  const staysUp = step.action === 'update' || step.action === 'restart';
  const keepsVm = staysUp || step.action === 'stop';
  if (staysUp) await prepareVm(deploy, work, vm);
  if (isDown(work)) return;
  const keepsDisk = step.disk === 'keep' || step.disk === 'none';
  await stopInstance(
    scope,
    agent,
    {
      next: { vm: keepsVm ? 'keep' : 'delete', instance: 'keep', deployment: 'keep' },
      drain:
        staysUp && keepsDisk ? { type: 'update', spec: applySpec(scope, specFor(deploy, work, vm), { id: '' }) } : { type: 'shutdown' },
      skipDrain: payload.skipDrain === '*' || (payload.skipDrain ?? []).includes(group.name),
    },
    progress,
  );
}

/** Its jobs were stopped, and are: nobody asks them to stop again. */
export function isDown({ placed }: InstanceWork): boolean {
  const { state, vm } = placed.existing ?? {};
  return state === 'stopped' && vm?.jobState === 'stopped';
}
