import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

/** Copies the store to the disk that waits beside it; which one that is, the machine knows. */
export const migrateDisk = ({ disks }: Pick<Collaborators, 'disks'>): Action =>
  defineAction('migrate_disk', async () => {
    await disks.migrate();
    return {};
  });
