import { homedir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@bosh6/base';
import { parseDigest, verifyDigest } from '@bosh6/formats/archives';
import { isMissing } from './place.js';
import { copyWhole } from './write-whole.js';

/** Archives by digest: what an index of a release directory speaks of. Both CLIs use the same one. */
export interface ArchiveCache {
  /** A file with this digest; undefined when there is none, or a damaged one. Throws `InvalidDigest`. */
  find(digest: string): Promise<string | undefined>;
  /** Keeps a copy of a file that has this digest. */
  put(file: string, digest: string): Promise<string>;
}

export function archiveCache(directory: string = join(homedir(), '.bosh', 'cache')): ArchiveCache {
  const pathOf = (digest: string): string => {
    // Only what is a digest becomes a file's name.
    parseDigest(digest);
    return join(directory, digest);
  };
  return {
    async find(digest) {
      const path = pathOf(digest);
      try {
        await verifyDigest(path, digest);
        return path;
      } catch (error) {
        if (isMissing(error) || CodedError.is(error, 'DigestMismatch')) return undefined;
        throw error;
      }
    },
    async put(file, digest) {
      const path = pathOf(digest);
      await copyWhole(file, path, 0o600);
      return path;
    },
  };
}
