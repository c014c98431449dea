import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const cancelTask = ({ tasks }: Pick<Collaborators, 'tasks'>): Action =>
  defineAction('cancel_task', ([id]) => {
    tasks.cancel(id);
    return 'canceled' as const;
  });
