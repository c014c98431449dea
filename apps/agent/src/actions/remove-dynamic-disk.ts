import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const removeDynamicDisk = ({ dynamicDisks }: Pick<Collaborators, 'dynamicDisks'>): Action =>
  defineAction('remove_dynamic_disk', async ([cid]) => {
    await dynamicDisks.unlink(cid);
    return {};
  });
