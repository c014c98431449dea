import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const removePersistentDisk = ({ disks }: Pick<Collaborators, 'disks'>): Action =>
  defineAction('remove_persistent_disk', async ([cid]) => {
    await disks.remove(cid);
    return {};
  });
