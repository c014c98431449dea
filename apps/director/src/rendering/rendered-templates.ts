import { createHash } from 'node:crypto';
import type { RenderedJob } from '@bosh6/templates';
import { tarInMemory } from './ustar.js';

/** An instance's rendered templates, as its agent gets them. May hold secrets: kept in memory, and in no log. */
export interface RenderedTemplates {
  configurationHash: string;
  templateHashes: Record<string, string>;
  /** Gzipped tar of `JOB/monit` and `JOB/DESTINATION`. */
  archive: Uint8Array;
  sha1: string;
}

export async function packTemplates(jobs: readonly RenderedJob[], configurationHash: string): Promise<RenderedTemplates> {
  const archive = await tarInMemory(
    jobs.flatMap((job) => [
      { path: `${job.name}/monit`, content: job.monit },
      ...job.files.map(({ destination, content }) => ({ path: `${job.name}/${destination}`, content })),
    ]),
  );
  return {
    configurationHash,
    templateHashes: Object.fromEntries(jobs.map(({ name, templateHash }) => [name, templateHash])),
    archive,
    sha1: createHash('sha1').update(archive).digest('hex'),
  };
}
