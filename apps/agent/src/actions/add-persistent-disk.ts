import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const addPersistentDisk = ({ disks }: Pick<Collaborators, 'disks'>): Action =>
  defineAction('add_persistent_disk', async ([cid, hint]) => {
    await disks.add(cid, hint);
    return {};
  });
