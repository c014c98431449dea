import type { Json } from '@bosh6/base';

export interface ReleaseRow {
  readonly id: number;
  readonly name: string;
}

export interface ReleaseVersionRow {
  readonly id: number;
  readonly releaseId: number;
  readonly version: string;
  readonly commitHash: string;
  readonly uncommittedChanges: boolean;
  /** False while an upload has not ended well. */
  readonly updateCompleted: boolean;
  readonly packageIds: number[];
  readonly jobIds: number[];
}

export interface PackageRow {
  readonly id: number;
  readonly releaseId: number;
  readonly name: string;
  readonly version: string;
  readonly fingerprint: string;
  /** Null when only compiled forms are known. */
  readonly blobstoreId: string | null;
  readonly sha1: string | null;
  readonly dependencies: string[];
}

/** A release's job: its templates, monit file and specification. */
export interface JobRow {
  readonly id: number;
  readonly releaseId: number;
  readonly name: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly blobstoreId: string;
  readonly sha1: string;
  /** The parsed job.MF. */
  readonly spec: Json;
}

export interface ExportedReleaseRow {
  readonly id: number;
  readonly blobstoreId: string;
}

export interface CompiledPackageRow {
  readonly id: number;
  readonly packageId: number;
  readonly stemcellOs: string;
  readonly stemcellVersion: string;
  readonly dependencyKey: string;
  readonly build: number;
  readonly blobstoreId: string;
  readonly sha1: string;
}
