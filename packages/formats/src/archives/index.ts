export { createDevRelease, digestFile, readJob, readRelease, readStemcell, verifyDigest } from './stub.js';
export type { DevRelease, DevReleaseOptions, Digests, JobContents, ReleaseContents, StemcellContents } from './types.js';
