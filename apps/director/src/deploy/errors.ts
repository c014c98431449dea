import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  ReleaseNotFound: { number: 30005, http: 404, fault: 'user', hint: 'upload it with upload-release, or correct its name' },
  ReleaseVersionNotFound: { number: 30006, http: 404, fault: 'user', hint: 'upload that version with upload-release, or ask for `latest`' },
  StemcellNotFound: { number: 50003, http: 404, fault: 'user', hint: 'upload it with upload-stemcell, or ask for `latest`' },
  DeploymentNotFound: { number: 70000, http: 404, fault: 'user' },
  InstanceNotFound: { number: 70001, http: 404, fault: 'user' },
  ManifestNameDiffers: { number: 440001, http: 400, fault: 'user', hint: 'deploy with -d and the name in the manifest' },
  ConfigNotFound: { number: 190025, http: 400, fault: 'user', hint: 'deploy again to see the difference to the present configs' },
  IgnoredInstances: { number: 190021, http: 400, fault: 'user', hint: 'unignore them first' },
  PlaceholderUnresolved: { number: 540009, http: 400, fault: 'user', hint: 'define it under `variables`, or give its value with -v' },
  VariableUnsupported: { number: 540005, http: 400, fault: 'user' },
  CompilationFailed: { number: 450001, http: 400, fault: 'user', hint: "the packaging script's output is above" },
  CompiledPackageMissing: { number: 430004, http: 500, fault: 'operator' },
  AgentNeverAnswered: { number: 450002, http: 500, fault: 'iaas' },
  VmCreationFailed: { number: 100, http: 500, fault: 'iaas' },
  JobNotRunning: { number: 400007, http: 500, fault: 'user' },
  AddressTaken: { number: 130008, http: 400, fault: 'user', retryable: true },
  DiskInUse: { number: 520000, http: 400, fault: 'user' },
  LogsMissing: { number: 400001, http: 500, fault: 'operator' },
  DiskUnknown: { number: 100002, http: 404, fault: 'user' },
  PayloadInvalid: { number: 100, fault: 'bug' },
});
