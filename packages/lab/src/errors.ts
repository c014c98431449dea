import { defineErrors } from '@bosh6/base';

/** Errors of starting, finding and asking a lab. Failures of VMs and disks keep the CPI protocol's codes. */
export const fail = defineErrors({
  LabConfigInvalid: { fault: 'user' },
  LabNotRunning: { fault: 'operator', hint: 'start it with: bosh6 up' },
  LabStartFailed: { fault: 'operator' },
  LabSocketPathTooLong: { fault: 'operator', hint: 'set BOSH6_HOME to a shorter directory' },
  LabForwardPortInUse: { fault: 'operator' },
  LabUserNamespaceRefused: { fault: 'operator' },
  LabPlaceUnknown: { fault: 'user' },
  LabServiceFailed: { fault: 'operator' },
  LabCallFailed: { fault: 'bug' },
  LabProtocolError: { fault: 'bug' },
  MachineLacksProgram: { fault: 'operator' },
  KernelLacks: { fault: 'operator' },
  LimitLow: { fault: 'operator' },
  DiskSpaceLow: { fault: 'operator' },
  StateDirectoryUnusable: { fault: 'operator' },
  LabSettingChanged: { fault: 'operator' },
});
