import { defineErrors } from '@bosh6/base';

/** What can go wrong between a Director and an executable, beside the errors that the executable answers with. */
export const fail = defineErrors({
  /** There is no such file, or it is not one that runs. */
  NonExecutable: { fault: 'operator' },
  /** What came back is not exactly one response of the protocol. */
  InvalidResponse: { fault: 'iaas' },
  /** attach_disk of API version 2 gave no hint for the agent (BOSH's AttachDiskResponseError). */
  AttachDiskResponse: { fault: 'iaas' },
});
