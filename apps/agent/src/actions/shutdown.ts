import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const shutdown = ({ platform, announceShutdown }: Pick<Collaborators, 'platform' | 'announceShutdown'>): Action =>
  defineAction('shutdown', async () => {
    announceShutdown();
    await platform.shutDown();
    return '';
  });
