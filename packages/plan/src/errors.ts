import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  PackageMissingSource: { number: 60001, http: 400, fault: 'user' },
  PackageUnknown: { number: 80012, http: 400, fault: 'user', hint: 'upload a release that contains the package' },
  PackageCycle: { number: 80012, http: 400, fault: 'user' },
  JobPackageCollision: { number: 80011, http: 400, fault: 'user', hint: 'put the two jobs into different instance groups' },
  CompilationUnknownNetwork: { number: 120001, http: 400, fault: 'user' },
  StaticDistribution: { number: 130010, http: 400, fault: 'user' },
  UnknownRelease: { number: 140002, http: 400, fault: 'user', hint: 'add it to `releases`' },
  UnknownVmType: { number: 140004, http: 400, fault: 'user', hint: 'add it to `vm_types` of a cloud config' },
  UnknownStemcellAlias: { number: 140005, http: 400, fault: 'user', hint: 'add it to `stemcells`' },
  UnknownDiskType: { number: 140012, http: 400, fault: 'user', hint: 'add it to `disk_types` of a cloud config' },
  UnknownVmExtension: { number: 140022, http: 400, fault: 'user', hint: 'add it to `vm_extensions` of a cloud config' },
  UnknownAz: { number: 140018, http: 400, fault: 'user', hint: 'add it to `azs` of a cloud config' },
  NamedDisksUnsupported: { number: 140013, http: 400, fault: 'user', hint: 'use one `persistent_disk_type`' },
  ReleaseMissingJob: { number: 140029, http: 400, fault: 'user' },
  LinkUnresolved: { number: 190016, http: 400, fault: 'user' },
  IgnoredInstance: { number: 190020, http: 400, fault: 'user', hint: 'unignore it first' },
  NoRouteToDirector: { http: 400, fault: 'user' },
  NotEnoughIds: { fault: 'bug' },
});
