import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const syncHealth = ({ health }: Pick<Collaborators, 'health'>): Action =>
  defineAction('sync_health', async ([{ unhealthy }]) => {
    await health.take(unhealthy);
    return 'synced' as const;
  });
