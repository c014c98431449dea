import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { link } from '../install/bundle.js';

/** Certificates, names of disks, and a new identity on the bus. When the bus does not take the new one, its old ones stay and the task fails. */
export const updateSettings = ({
  settings,
  platform,
  layout,
  moveBus,
}: Pick<Collaborators, 'settings' | 'platform' | 'layout' | 'moveBus'>): Action =>
  defineAction(
    'update_settings',
    async ([next]) => {
      await settings.load();
      const before = settings.updates;
      const { trusted_certs } = next;
      // First: what is kept is what the system trusts, also when this is cut off and taken up again.
      if ((trusted_certs ?? '') !== (before.trusted_certs ?? '')) await platform.trustCertificates(trusted_certs ?? '');
      const { mbusChanged } = await settings.update(next);
      const hints = await settings.diskHints();
      for (const { name, cid } of next.disk_associations ?? []) {
        const hint = hints[cid];
        const path = typeof hint === 'string' ? hint : hint?.path;
        if (path !== undefined && !name.includes('/')) await link(layout.instance('disks', name), path);
      }
      if (mbusChanged) {
        await moveBus().catch(async (error) => {
          await settings.restore({ ...before, trusted_certs });
          throw error;
        });
      }
      return 'ok' as const;
    },
    { persistent: true },
  );
