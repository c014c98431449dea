import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const addDynamicDisk = ({ dynamicDisks }: Pick<Collaborators, 'dynamicDisks'>): Action =>
  defineAction('add_dynamic_disk', async ([cid, hint]) => {
    await dynamicDisks.link(cid, hint);
    return {};
  });
