import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const unmountDisk = ({ disks }: Pick<Collaborators, 'disks'>): Action =>
  defineAction('unmount_disk', async ([cid]) => ({
    message: (await disks.unmount(cid)) ? `Unmounted partition of ${cid}` : `Partition of ${cid} is not mounted`,
  }));
