import type { CreateMethod } from '@bosh6/cpi-protocol';
import { readObjects, readProperties } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { type Objects, whatToDo } from './task-of.js';
import { ignoringItsEnd, waitForEnd } from './wait-for-end.js';

/**
 * vCenter goes on with what was asked of it by somebody who is gone: returns when it works on none of these objects for the method any more, and throws a
 * retryable error when that takes too long.
 */
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
        if (todo !== 'nothing') await waitForEnd(vcenter, ref);
      }),
    );
  });
}
