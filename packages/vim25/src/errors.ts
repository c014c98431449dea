import { defineErrors, type ErrorDefinition } from '@bosh6/base';

const definitions = {
  /** The server answered a call, or ended a task, with a fault; `VSphereFault` has its class. */
  VSphereFault: { fault: 'iaas' },
  VSphereLoginFailed: { fault: 'operator', hint: 'check user and password' },
  VSphereUnreachable: { fault: 'operator', retryable: true },
  VSphereUntrusted: { fault: 'operator' },
  VSphereReplyInvalid: { fault: 'iaas' },
  VSphereRefused: { fault: 'iaas' },
  /** An argument that the schema does not allow. */
  VSphereArgumentInvalid: { fault: 'bug' },
  VSphereUrlInvalid: { fault: 'user' },
  VSphereClosed: { fault: 'bug' },
  DatastorePathInvalid: { fault: 'bug' },
  DatastoreFileNotFound: { fault: 'iaas' },
  DatastoreTransferFailed: { fault: 'iaas', retryable: true },
  LeaseFailed: { fault: 'iaas' },
  ObjectNotFound: { fault: 'iaas' },
  PropertyUnreadable: { fault: 'iaas' },
} as const satisfies Record<string, ErrorDefinition>;

export const fail = defineErrors(definitions);
