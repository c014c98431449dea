import { defineErrors } from '@bosh6/base';

/** The Director's own errors; BOSH's numbers where the condition is BOSH's. */
export const fail = defineErrors({
  ConfigUnreadable: { fault: 'operator', hint: 'give the path of a readable JSON file' },
  ConfigInvalid: { fault: 'operator' },
  Internal: { number: 100, http: 500, fault: 'bug' },
  NestedWrite: { fault: 'bug', hint: 'pass the transaction on instead of opening another' },
  TaskNotFound: { number: 10000, http: 404, fault: 'user' },
  TaskCancelled: { number: 10001, http: 200, fault: 'user' },
  TaskNotCancellable: { number: 10002, http: 400, fault: 'user' },
  TaskAbandoned: { number: 100, fault: 'operator', hint: 'the Director ended while the task ran; run the command again' },
  TaskTypeUnknown: { number: 100, fault: 'bug' },
  LockBusy: { number: 100, fault: 'user', retryable: true, hint: 'wait for the other task, or cancel it' },
  BlobNotFound: { number: 100002, http: 404, fault: 'user' },
  BlobIdInvalid: { number: 100001, http: 400, fault: 'user' },
});
