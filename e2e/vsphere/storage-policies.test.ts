import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

describe.skipIf(!(await vcsimAvailable()))('storage policies', () => {
  let lab: VsphereLab;
  beforeAll(async () => {
    lab = await startVsphereLab({ datastores: 2, vms: 0 });
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it('are read, and tell datastores that fit, under the same session', async () => {
    const { vim } = lab;
    const { profileManager, placementSolver } = await vim.call(
      'PbmRetrieveServiceContent',
      { type: 'PbmServiceInstance', value: 'ServiceInstance' },
      {},
    );
    const profileIds = await vim.call('PbmQueryProfile', profileManager, {
      resourceType: { resourceType: 'STORAGE' },
      profileCategory: 'REQUIREMENT',
    });
    const profiles = await vim.call('PbmRetrieveContent', profileManager, { profileIds });
    expect(profiles.map(({ name }) => name)).toContain('vSAN Default Storage Policy');
    const profile = profiles[0]?.profileId;
    if (profile === undefined) throw new Error('no profile');
    const fits = await vim.call('PbmCheckCompatibility', placementSolver, { profile, hubsToSearch: [] });
    expect(fits.map(({ hub }) => hub.hubType)).toEqual(['Datastore', 'Datastore']);
    await lab.vcsim.expireSessions();
    await expect(vim.call('PbmQueryProfile', profileManager, { resourceType: { resourceType: 'STORAGE' } })).resolves.not.toHaveLength(0);
    expect(vim.session.login).toBe(2);
  });
});
