import { defineErrors } from '@bosh6/base';

const user = { fault: 'user', http: 400 } as const;

/** Every condition of release authoring. Numbers are the Director's where it would refuse the same. */
export const fail = defineErrors({
  InvalidReleaseDirectory: { ...user },
  /** A path, link or name that leads out of where it belongs. */
  UnsafePath: { ...user, hint: 'stay inside the release directory: no links, no .., no absolute path' },
  InvalidName: { ...user, number: 40005, hint: 'letters, digits and - _ + . only' },
  AlreadyExists: { ...user },
  InvalidReleaseVersion: { ...user, number: 30010, hint: 'RELEASE[-PRE][+POST], such as 1.2 or 1.2+dev.3' },
  ReleaseVersionTaken: { ...user, hint: 'choose another --version, or leave it out' },
  DirtyRepository: { ...user, hint: 'commit the changes, or use --force' },
  BlobMissing: { ...user },
  UnreadableFile: { ...user },
  /** An index lists an archive that is neither in the cache nor in the blobstore. */
  ArchiveMissing: { ...user },
  BlobstoreNotConfigured: { ...user },
  BlobstoreUnsupported: { ...user },
  PackageNotFound: { ...user },
  PrePackagingFailed: { ...user },
});
