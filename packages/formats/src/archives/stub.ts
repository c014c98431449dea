import { fail } from '../errors.js';
import type { DevRelease, DevReleaseOptions, Digests, JobContents, ReleaseContents, StemcellContents } from './types.js';

/** Reads a stemcell tarball, writing its image into `workDir`. Entries are checked (`UnsafeArchiveEntry`). */
export async function readStemcell(path: string, _workDir: string): Promise<StemcellContents> {
  throw fail('InvalidArchive', path);
}
/** Reads a release tarball, writing its inner archives into `workDir`. */
export async function readRelease(path: string, _workDir: string): Promise<ReleaseContents> {
  throw fail('InvalidArchive', path);
}
/** Reads a job's archive. */
export async function readJob(path: string): Promise<JobContents> {
  throw fail('InvalidArchive', path);
}
/** `create-release` without `--final`. */
export async function createDevRelease(releaseDir: string, _options: DevReleaseOptions = {}): Promise<DevRelease> {
  throw fail('InvalidReleaseDirectory', releaseDir);
}
/** SHA-1 and SHA-256, hex, of a file. */
export async function digestFile(path: string): Promise<Digests> {
  throw fail('InvalidArchive', path);
}
/** Checks a file against a digest string: bare SHA-1, `sha256:`, `sha512:`, several joined by `;` (the strongest counts). Throws `DigestMismatch`. */
export async function verifyDigest(path: string, digest: string): Promise<void> {
  throw fail('DigestMismatch', path + digest);
}
