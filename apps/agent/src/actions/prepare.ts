import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { installationOf } from '../install/spec-installer.js';

/** Downloads and unpacks what a spec needs, without making it current. */
export const prepare = ({ installer, blobs, settings }: Pick<Collaborators, 'installer' | 'blobs' | 'settings'>): Action =>
  defineAction('prepare', async ([spec]) => {
    const installation = installationOf(spec);
    await installer.install(installation, settings.current.env?.bosh?.parallel);
    const id = installation.archive?.blobstoreId;
    if (id) await blobs.forgetSensitive(id);
    return 'prepared' as const;
  });
