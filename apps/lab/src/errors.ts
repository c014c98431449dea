import { CodedError, defineErrors, type ErrorOptionsOfOurs } from '@bosh6/base';

/** What the lab answers over its socket. Those of VMs and disks carry the CPI protocol's codes. */
export const fail = defineErrors({
  VMNotFound: { fault: 'iaas' },
  VMCreationFailed: { fault: 'iaas' },
  DiskNotFound: { fault: 'iaas' },
  DiskNotAttached: { fault: 'iaas' },
  CloudError: { fault: 'iaas' },
  InvalidCall: { fault: 'bug' },
  NotSupported: { fault: 'user' },
  LabServiceFailed: { fault: 'operator' },
  LabForwardPortInUse: { fault: 'operator' },
  LabStartFailed: { fault: 'operator' },
  LabUserNamespaceRefused: { fault: 'operator' },
  LabCommandFailed: { fault: 'bug' },
});

/** A failure to make a VM that may go better at the next try. */
export function vmCreationFailed(message: string, retryable: boolean, options: ErrorOptionsOfOurs = {}): CodedError {
  return new CodedError('VMCreationFailed', { fault: 'iaas', retryable }, message, options);
}
