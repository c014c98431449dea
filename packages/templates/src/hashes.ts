import { createHash } from 'node:crypto';
import { compareBytes } from './compare-bytes.js';
import type { RenderedFile, RenderedJob } from './types.js';

/** `template_hashes[JOB]`: SHA-1, hex, of monit and the contents by source path (bosh.io/docs). */
export function templateHash(monit: Uint8Array, files: readonly RenderedFile[]): string {
  const hash = createHash('sha1').update(monit);
  for (const file of bySource(files)) hash.update(file.content);
  return hash.digest('hex');
}

/** `configuration_hash`: SHA-1, hex, over the jobs by name of monit, name, and by source path contents and destination (bosh.io/docs). */
export function configurationHash(jobs: readonly Pick<RenderedJob, 'name' | 'monit' | 'files'>[]): string {
  const hash = createHash('sha1');
  for (const job of [...jobs].sort((a, b) => compareBytes(a.name, b.name))) {
    hash.update(job.monit).update(job.name);
    for (const file of bySource(job.files)) hash.update(file.content).update(file.destination);
  }
  return hash.digest('hex');
}

function bySource(files: readonly RenderedFile[]): RenderedFile[] {
  return [...files].sort((a, b) => compareBytes(a.source, b.source));
}
