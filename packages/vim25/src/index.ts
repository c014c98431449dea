export { type XsdValue, xsd } from './codec/xsd.js';
export { connect } from './connect.js';
export { type DatastoreFile, formatDatastorePath, parseDatastorePath } from './datastore/datastore-file.js';
export { deleteFile } from './datastore/delete-file.js';
export { type Download, downloadFile } from './datastore/download-file.js';
export { type FileStat, statFile } from './datastore/stat-file.js';
export { type UploadBody, type UploadOptions, uploadFile } from './datastore/upload-file.js';
export { extendsFault } from './faults/extends-fault.js';
export { type FaultDetail, VSphereFault } from './faults/vsphere-fault.js';
export type { TlsOptions } from './http/endpoint.js';
export { type LeaseItem, type LeaseOptions, uploadLease } from './lease/upload-lease.js';
export { waitForLease } from './lease/wait-for-lease.js';
export { type FilterSpec, objectsSpec, viewSpec } from './properties/filter-specs.js';
export { type ListOptions, listObjects } from './properties/list-objects.js';
export { type PageOptions, retrievePages } from './properties/pages.js';
export { readObjects } from './properties/read-objects.js';
export { readProperties } from './properties/read-properties.js';
export type { Row } from './properties/rows.js';
export { waitUntil } from './properties/wait-until.js';
export { type WatchOptions, watchUpdates } from './properties/watch-updates.js';
export type {
  Arguments,
  Data,
  Long,
  MethodName,
  ObjectName,
  PropertyValue,
  Ref,
  Returned,
  TaskMethodName,
  TaskResult,
  TypeName,
} from './schema/values.js';
export type { CallOptions, ConnectOptions } from './session/options.js';
export type { TaskWaitOptions } from './tasks/task-waiter.js';
export type { Vim } from './vim.js';
