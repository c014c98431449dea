import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const stop = ({ supervisor }: Pick<Collaborators, 'supervisor'>): Action =>
  defineAction('stop', async () => {
    await supervisor.stop();
    return 'stopped' as const;
  });
