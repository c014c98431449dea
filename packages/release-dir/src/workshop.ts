import { resolve } from 'node:path';
import { realWorld, type World } from '@bosh6/base';
import { type ArchiveCache, archiveCache } from './archive-cache.js';
import type { Authoring, Report } from './events.js';

/** A release directory with what work on it needs. */
export interface Workshop {
  /** Absolute. */
  directory: string;
  cache: ArchiveCache;
  report: Report;
  world: World;
}

export function workshopOf(directory: string, { report = () => {}, world = realWorld(), cacheDir }: Authoring = {}): Workshop {
  return { directory: resolve(directory), cache: archiveCache(cacheDir), report, world };
}
