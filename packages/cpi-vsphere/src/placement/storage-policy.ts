import { cpiError } from '@bosh6/cpi-protocol';
import { doing } from '../faults/doing.js';
import { once, type Vcenter } from '../vcenter.js';

/** A storage policy of vCenter, and ids of the datastores that can keep it. */
export interface StoragePolicy {
  id: string;
  datastores: ReadonlySet<string>;
}

/** The policy of a name. Throws VMCreationFailed when there is none that the user may see. */
export async function readStoragePolicy(vcenter: Vcenter, name: string): Promise<StoragePolicy> {
  return doing(`storage policy '${name}'`, async () => {
    const { vim } = vcenter;
    const service = { type: 'PbmServiceInstance', value: 'ServiceInstance' } as const;
    const { profileManager, placementSolver } = await once(vcenter, 'storage policies', () =>
      vim.call('PbmRetrieveServiceContent', service, {}),
    );
    const resourceType = { resourceType: 'STORAGE' };
    const profileIds = await vim.call('PbmQueryProfile', profileManager, { resourceType, profileCategory: 'REQUIREMENT' });
    const profiles = profileIds.length === 0 ? [] : await vim.call('PbmRetrieveContent', profileManager, { profileIds });
    const found = profiles.find((profile) => profile.name === name);
    if (found === undefined) {
      const known = profiles.map((profile) => `'${profile.name}'`).join(', ') || 'none';
      throw cpiError('VMCreationFailed', `vCenter has no storage policy '${name}'; it has ${known}`, {
        where: { object: `policy ${name}` },
      });
    }
    const { profileId: profile } = found;
    const fits = await vim.call('PbmCheckCompatibility', placementSolver, { profile, hubsToSearch: [] });
    const able = fits.filter(({ hub, error = [] }) => hub.hubType === 'Datastore' && error.length === 0);
    return { id: profile.uniqueId, datastores: new Set(able.map(({ hub }) => hub.hubId)) };
  });
}
