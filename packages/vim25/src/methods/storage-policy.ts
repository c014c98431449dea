import type { MethodTable } from '../schema/define.js';

/** Storage policies: another service of the same server, under the same session. */
export const storagePolicyMethods = {
  PbmRetrieveServiceContent: { namespace: 'pbm', on: 'PbmServiceInstance', params: {}, returns: 'PbmServiceInstanceContent' },
  PbmQueryProfile: {
    namespace: 'pbm',
    on: 'PbmProfileProfileManager',
    params: { resourceType: 'PbmProfileResourceType', profileCategory: 'string?' },
    returns: 'PbmProfileId[]',
  },
  PbmRetrieveContent: {
    namespace: 'pbm',
    on: 'PbmProfileProfileManager',
    params: { profileIds: 'PbmProfileId[]' },
    returns: 'PbmProfile[]',
  },
  PbmCheckCompatibility: {
    namespace: 'pbm',
    on: 'PbmPlacementSolver',
    params: { hubsToSearch: 'PbmPlacementHub[]?', profile: 'PbmProfileId' },
    returns: 'PbmPlacementCompatibilityResult[]',
  },
  PbmQueryAssociatedProfile: {
    namespace: 'pbm',
    on: 'PbmProfileProfileManager',
    params: { entity: 'PbmServerObjectRef' },
    returns: 'PbmProfileId[]',
  },
} as const satisfies MethodTable;
