import { CodedError } from '@bosh6/base';
import type { CreateMethod } from '@bosh6/cpi-protocol';
import { type Ref, readObjects, readProperties, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { type Objects, whatToDo } from './task-of.js';

/** vCenter goes on with what was asked of it by somebody who is gone: returns when it works on none of these objects for the method any more. */
export async function endTasks(vcenter: Vcenter, method: CreateMethod, objects: Objects): Promise<void> {
  const { vim } = vcenter;
  const manager = vim.content.taskManager;
  if (manager === undefined) return;
  await doing('waiting for what vCenter still makes', async () => {
    const { recentTask = [] } = await readProperties(vim, 'TaskManager', manager, ['recentTask']);
    const rows = await readObjects(vim, 'Task', recentTask, ['info.state', 'info.descriptionId', 'info.entity', 'info.locked']);
    await Promise.all(
      rows.map(async ({ ref, properties: info }) => {
        if (info['info.state'] !== 'running' && info['info.state'] !== 'queued') return;
        const task = { descriptionId: info['info.descriptionId'] ?? '', entity: info['info.entity'], locked: info['info.locked'] ?? [] };
        const todo = whatToDo(method, task, objects);
        if (todo === 'cancel') await vim.call('CancelTask', ref, {}).catch(ignoringItsEnd);
        if (todo !== 'nothing') await end(vcenter, ref);
      }),
    );
  });
}

async function end({ vim }: Vcenter, task: Ref<'Task'>): Promise<void> {
  await vim.tasks.wait(task, 'a create call').catch(ignoringItsEnd);
}

/** However it ended, it has. */
function ignoringItsEnd(error: unknown): void {
  if (!VSphereFault.is(error) && !CodedError.is(error, 'ObjectNotFound')) throw error;
}
