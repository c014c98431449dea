export { createDevRelease } from './create/create-dev-release.js';
export { createStemcell, type StemcellRecipe } from './create-stemcell.js';
export { type Digested, digestFile, digestStream, parseDigest, verifyDigest } from './digest.js';
export { type ArchiveKind, type Entry, readEntries } from './read-entries.js';
export { readJob } from './read-job.js';
export { readRelease } from './read-release.js';
export { readStemcell } from './read-stemcell.js';
export type { DevRelease, DevReleaseOptions, Digests, JobContents, ReleaseContents, StemcellContents } from './types.js';
export { type ArchiveEntry, writeArchive } from './write-archive.js';
