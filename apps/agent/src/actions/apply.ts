import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';
import { installationOf } from '../install/spec-installer.js';

/** Makes a spec the machine's own. Processes are left alone: `stop` came before, `start` comes after. */
export const apply = (needs: Pick<Collaborators, 'installer' | 'blobs' | 'settings' | 'spec' | 'supervisor'>): Action =>
  defineAction('apply', async ([spec]) => {
    const { installer, blobs, settings, supervisor } = needs;
    for (const name of Object.keys(spec.networks ?? {})) {
      if (!(name in settings.networks))
        throw fail('UnknownNetwork', `Network '${name}' is not found in settings`, { details: { network: name } });
    }
    if (spec.configuration_hash) {
      const installation = installationOf(spec);
      await supervisor.removeFiles();
      await installer.install(installation, settings.current.env?.bosh?.parallel);
      await installer.enable(installation);
      const id = installation.archive?.blobstoreId;
      if (id) await blobs.forgetSensitive(id);
    }
    await needs.spec.keep(spec);
    return 'applied' as const;
  });
