import type { TypeTable } from '../schema/define.js';

/** Storage policies (the PBM service). */
export const storagePolicyTypes = {
  PbmServiceInstanceContent: {
    fields: {
      aboutInfo: 'PbmAboutInfo',
      sessionManager: 'ref PbmSessionManager',
      capabilityMetadataManager: 'ref PbmCapabilityMetadataManager',
      profileManager: 'ref PbmProfileProfileManager',
      complianceManager: 'ref PbmComplianceManager',
      placementSolver: 'ref PbmPlacementSolver',
      replicationManager: 'ref PbmReplicationManager?',
    },
  },
  PbmAboutInfo: { fields: { name: 'string', version: 'string', instanceUuid: 'string' } },
  PbmProfileId: { fields: { uniqueId: 'string' } },
  PbmProfileResourceType: { fields: { resourceType: 'string' } },
  PbmProfile: {
    abstract: true,
    fields: {
      profileId: 'PbmProfileId',
      name: 'string',
      description: 'string?',
      creationTime: 'dateTime',
      createdBy: 'string',
      lastUpdatedTime: 'dateTime',
      lastUpdatedBy: 'string',
    },
  },
  PbmCapabilityProfile: {
    extends: 'PbmProfile',
    fields: {
      profileCategory: 'string',
      resourceType: 'PbmProfileResourceType',
      constraints: 'PbmCapabilityConstraints',
      generationId: 'long?',
      isDefault: 'boolean',
      systemCreatedProfileType: 'string?',
      lineOfService: 'string?',
      k8sCompliantName: 'string?',
      otherK8sCompliantNames: 'string[]?',
    },
  },
  PbmDefaultCapabilityProfile: { extends: 'PbmCapabilityProfile', fields: { vvolType: 'string[]', containerId: 'string' } },
  PbmCapabilityConstraints: { abstract: true, fields: {} },
  PbmCapabilitySubProfileConstraints: { extends: 'PbmCapabilityConstraints', fields: { subProfiles: 'PbmCapabilitySubProfile[]' } },
  PbmCapabilitySubProfile: { fields: { name: 'string', capability: 'PbmCapabilityInstance[]', forceProvision: 'boolean?' } },
  PbmCapabilityInstance: { fields: { id: 'PbmCapabilityMetadataUniqueId', constraint: 'PbmCapabilityConstraintInstance[]' } },
  PbmCapabilityMetadataUniqueId: { fields: { namespace: 'string', id: 'string' } },
  PbmCapabilityConstraintInstance: { fields: { propertyInstance: 'PbmCapabilityPropertyInstance[]' } },
  PbmCapabilityPropertyInstance: { fields: { id: 'string', operator: 'string?', value: 'any' } },
  PbmPlacementHub: { fields: { hubType: 'string', hubId: 'string' } },
  PbmPlacementCompatibilityResult: {
    fields: {
      hub: 'PbmPlacementHub',
      hubInfo: 'PbmPlacementHubInfo?',
      matchingResources: 'PbmPlacementMatchingResources[]?',
      howMany: 'long?',
      utilization: 'PbmPlacementResourceUtilization[]?',
      warning: 'LocalizedMethodFault[]?',
      error: 'LocalizedMethodFault[]?',
    },
  },
  PbmServerObjectRef: { fields: { objectType: 'string', key: 'string', serverUuid: 'string?' } },
} as const satisfies TypeTable;
