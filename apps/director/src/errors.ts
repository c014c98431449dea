import { defineErrors } from '@bosh6/base';

/** The Director's own errors; BOSH's numbers where the condition is BOSH's. */
export const fail = defineErrors({
  ConfigUnreadable: { fault: 'operator', hint: 'give the path of a readable JSON file' },
  ConfigInvalid: { fault: 'operator' },
  Internal: { number: 100, http: 500, fault: 'bug' },
  NestedWrite: { fault: 'bug', hint: 'pass the transaction on instead of opening another' },

  DatabaseUnreachable: { fault: 'operator', retryable: true },
  DatabaseConnectionLost: { fault: 'operator', retryable: true, hint: 'run the command again' },
  DatabaseBusy: { fault: 'operator', retryable: true },
  DatabaseLoginRefused: { fault: 'operator' },
  DatabaseTlsRefused: { fault: 'operator' },
  DatabaseMissing: { fault: 'operator' },
  DatabasePrivilegeMissing: { fault: 'operator' },
  DatabaseUnsuitable: { fault: 'operator' },
  DatabaseReadOnly: { fault: 'bug', hint: 'change rows inside `Store.write` only' },
  DatabaseStatementFailed: { fault: 'bug' },

  TaskNotFound: { number: 10000, http: 404, fault: 'user' },
  TaskCancelled: { number: 10001, http: 200, fault: 'user' },
  TaskNotCancellable: { number: 10002, http: 400, fault: 'user' },
  TaskAbandoned: { number: 100, fault: 'operator', hint: 'the Director ended while the task ran; run the command again' },
  TaskTypeUnknown: { number: 100, fault: 'bug' },
  LockBusy: { number: 100, fault: 'user', retryable: true, hint: 'wait for the other task, or cancel it' },
  BlobNotFound: { number: 100002, http: 404, fault: 'user' },
  BlobIdInvalid: { number: 100001, http: 400, fault: 'user' },

  ScopeMissing: { number: 600000, http: 401, fault: 'user' },
  MalformedJson: { number: 710001, http: 400, fault: 'user' },
  RequestInvalid: { number: 40000, http: 400, fault: 'user' },
  RequestTooLarge: { number: 40000, http: 413, fault: 'user', hint: 'JSON may have 1 MiB, a manifest 16 MiB' },
  FieldMissing: { number: 40001, http: 400, fault: 'user' },
  FieldValueInvalid: { number: 40005, http: 400, fault: 'user' },
  ContextIdTooLong: { number: 70010, http: 400, fault: 'user' },
  NotAvailableYet: { number: 100, http: 501, fault: 'user', hint: 'this version of Bosh6 has no such endpoint yet' },

  ConfigRequestInvalid: { number: 440010, http: 400, fault: 'user' },
  ConfigContentInvalid: { number: 440011, http: 400, fault: 'user' },
  ConfigNotFound: { number: 440012, http: 404, fault: 'user' },
  ManifestInvalid: { number: 440001, http: 400, fault: 'user' },
  ContextConfigsUnknown: { number: 190025, http: 400, fault: 'user', hint: 'run the command again, so that it sees the configs of now' },
  DeploymentNotFound: { number: 70000, http: 404, fault: 'user' },

  DownloadFailed: { number: 100001, http: 400, fault: 'iaas', retryable: true },
  DownloadNotFound: { number: 100002, http: 404, fault: 'user' },
  UploadMissing: { number: 100001, http: 400, fault: 'operator', hint: 'upload it again' },

  ReleaseNotFound: { number: 30005, http: 404, fault: 'user' },
  ReleaseVersionNotFound: { number: 30006, http: 404, fault: 'user' },
  ReleaseInUse: { number: 30007, http: 400, fault: 'user', hint: 'delete or change the deployments that use it first' },
  ReleaseVersionInUse: { number: 30008, http: 400, fault: 'user', hint: 'delete or change the deployments that use it first' },
  ReleasePackageChanged: { number: 30012, http: 400, fault: 'user', hint: 'create the release with another version' },
  ReleaseJobChanged: { number: 30013, http: 400, fault: 'user', hint: 'create the release with another version' },
  ReleaseCommitChanged: { number: 30014, http: 400, fault: 'user', hint: 'create the release with another version' },
  ReleaseVersionInvalid: { number: 30010, http: 400, fault: 'user' },
  ReleasePackageMissing: { number: 30002, http: 400, fault: 'user', hint: 'upload the whole release again' },
  ReleaseRebaseImpossible: { number: 100, http: 400, fault: 'user' },

  StemcellNotFound: { number: 50003, http: 404, fault: 'user' },
  StemcellInUse: { number: 50004, http: 400, fault: 'user', hint: 'delete or change the deployments that use it first' },
  StemcellNotSupported: { number: 50008, http: 400, fault: 'user', hint: 'upload a stemcell made for this infrastructure' },
});
