import { describe, expect, it } from 'vitest';
import { extendsFault, faultClassOf } from '../faults/extends-fault.js';
import type { MethodDefinition, ObjectDefinition, TypeDefinition } from './define.js';
import { describeType, isEnum } from './describe.js';
import { parseFields, parseKind } from './field.js';
import { opaque } from './opaque.js';
import { methods, objects, types } from './tables.js';

const allTypes: Record<string, TypeDefinition> = types;
const allMethods: Record<string, MethodDefinition> = methods;
const allObjects: Record<string, ObjectDefinition> = objects;
const scalars = ['string', 'int', 'long', 'short', 'byte', 'boolean', 'float', 'double', 'dateTime', 'base64Binary', 'any', 'ref', 'void'];
const understood = (kind: string): boolean => scalars.includes(kind) || isEnum(kind) || Object.hasOwn(allTypes, kind) || opaque.has(kind);

describe('the tables', () => {
  it('name no kind that nobody knows', () => {
    const named = [
      ...Object.entries(allTypes).flatMap(([name, { fields }]) => parseFields(fields).map(({ kind }) => [name, kind])),
      ...Object.entries(allMethods).flatMap(([name, { params, returns, result = 'void' }]) =>
        [...Object.values(params), returns, result].map((kind) => [name, parseKind(kind).kind]),
      ),
      ...Object.entries(allObjects).flatMap(([name, { properties }]) => parseFields(properties).map(({ kind }) => [name, kind])),
    ];
    expect(named.filter(([, kind]) => !understood(kind ?? ''))).toEqual([]);
    expect([...opaque].filter((kind) => Object.hasOwn(allTypes, kind))).toEqual([]);
  });

  it('refer to classes of objects that exist', () => {
    const texts = [
      ...Object.values(allTypes).flatMap(({ fields }) => Object.values(fields)),
      ...Object.values(allMethods).flatMap(({ params, returns, result = '' }) => [...Object.values(params), returns, result]),
      ...Object.values(allObjects).flatMap(({ properties }) => Object.values(properties)),
    ];
    const refs = texts.flatMap((text) => /^ref (\w+)/.exec(text)?.slice(1) ?? []);
    const unknown = [...new Set(refs)].filter((name) => !Object.hasOwn(allObjects, name));
    // Classes of which nothing is read or called; a reference to one has any class.
    expect(unknown.sort()).toMatchInlineSnapshot(`
      [
        "Alarm",
        "AlarmManager",
        "AuthorizationManager",
        "CertificateManager",
        "ClusterProfileManager",
        "CryptoManager",
        "CustomizationSpecManager",
        "DatastoreNamespaceManager",
        "DiagnosticManager",
        "DirectPathProfileManager",
        "DistributedVirtualSwitchManager",
        "EventManager",
        "FailoverClusterConfigurator",
        "FailoverClusterManager",
        "GuestOperationsManager",
        "HealthUpdateManager",
        "HostLocalAccountManager",
        "HostProfileManager",
        "HostSnmpSystem",
        "HostSpecificationManager",
        "IoFilterManager",
        "IpPoolManager",
        "LicenseManager",
        "LocalizationManager",
        "OverheadMemoryManager",
        "PbmCapabilityMetadataManager",
        "PbmComplianceManager",
        "PbmReplicationManager",
        "PbmSessionManager",
        "PerformanceManager",
        "ProfileComplianceManager",
        "ScheduledTask",
        "ScheduledTaskManager",
        "ServiceManager",
        "SiteInfoManager",
        "StorageQueryManager",
        "TenantTenantManager",
        "UserDirectory",
        "VStorageObjectManagerBase",
        "VirtualMachineCompatibilityChecker",
        "VirtualMachineGuestCustomizationManager",
        "VirtualMachineProvisioningChecker",
        "VirtualizationManager",
      ]
    `);
    const targets = Object.values(allMethods).map(({ on }) => on);
    expect([...new Set(targets)].filter((name) => !Object.hasOwn(allObjects, name))).toEqual([]);
  });

  it('extend what they have, and add no field twice', () => {
    for (const [name, definition] of Object.entries(allTypes)) {
      if (definition.extends !== undefined) expect(describeType(definition.extends), `${name} extends ${definition.extends}`).toBeDefined();
      const fields = describeType(name)?.fields.map((field) => field.name) ?? [];
      expect(new Set(fields).size, name).toBe(fields.length);
    }
  });

  it('put inherited fields first', () => {
    expect(describeType('VirtualCdromIsoBackingInfo')?.fields.map(({ name }) => name)).toEqual([
      'fileName',
      'datastore',
      'backingObjectId',
    ]);
    expect(describeType('ClusterConfigSpecEx')?.fields[0]?.name).toBe('vmSwapPlacement');
    expect(
      describeType('VirtualMachineCloneSpec')
        ?.fields.slice(0, 3)
        .map(({ name }) => name),
    ).toEqual(['location', 'template', 'config']);
  });

  it('know a fault by its ancestors', () => {
    expect(extendsFault('InvalidPowerState', 'InvalidState')).toBe(true);
    expect(extendsFault('NotAuthenticated', 'NoPermission')).toBe(true);
    expect(extendsFault('InvalidState', 'InvalidPowerState')).toBe(false);
    expect(extendsFault('FaultOfTheFuture', 'FaultOfTheFuture')).toBe(true);
    expect(['AlreadyUpgradedFault', 'FileFault', 'VimFault', 'NewFault', 'MethodFault'].map(faultClassOf)).toEqual([
      'AlreadyUpgraded',
      'FileFault',
      'VimFault',
      'NewFault',
      'MethodFault',
    ]);
  });
});
