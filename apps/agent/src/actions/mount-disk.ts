import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const mountDisk = ({ disks }: Pick<Collaborators, 'disks'>): Action =>
  defineAction('mount_disk', async ([cid]) => {
    await disks.mount(cid);
    return {};
  });
