import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { uploaded } from '@bosh6/director-api';
import { verifyDigest } from '@bosh6/formats/archives';
import type { DirectorConfig } from '../core/config.js';
import { fail } from '../errors.js';
import type { Stage, TaskContext } from '../tasks/task-handler.js';
import { download } from './download.js';
import { withoutCredentials } from './url-credentials.js';

/** A tarball to take: uploaded already, or at a URL. */
export interface ArchiveSource {
  path?: string;
  location?: string;
  digest?: string;
}

/** Runs `work` with a directory for the task's files, which is gone afterwards, as is the upload. */
export async function withWorkDir<T>(
  config: DirectorConfig,
  context: TaskContext,
  source: ArchiveSource,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = join(config.stateDir, 'tmp', `task-${context.taskId}`);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
    if (source.path !== undefined) await rm(source.path, { force: true });
  }
}

/** What errors call the tarball: its URL without credentials; an upload has no name here. */
export const archiveName = (kind: 'release' | 'stemcell', { location }: ArchiveSource): string =>
  location === undefined ? uploaded[kind] : withoutCredentials(location);

/** Brings the tarball into `dir` and checks its digest, with a step for each where it applies. Answers with its path. */
export async function obtainArchive(
  kind: 'release' | 'stemcell',
  source: ArchiveSource,
  dir: string,
  context: TaskContext,
  config: DirectorConfig,
  step: (name: string) => { stage: Stage; task: string },
): Promise<string> {
  const { location, path, digest } = source;
  const target = location === undefined && path !== undefined ? path : join(dir, `${kind}.tgz`);
  if (location !== undefined) {
    const { stage, task } = step(`Downloading remote ${kind}`);
    await stage.task(task, (progress) => {
      let told = 0;
      return download(location, target, {
        signal: context.signal,
        ...(config.downloadCa === undefined ? {} : { ca: config.downloadCa }),
        onProgress: (done, total) => {
          const percent = total === undefined ? 0 : Math.floor((100 * done) / total);
          if (percent < told + 25 || percent === 100) return;
          told = percent;
          progress(`${percent}% of ${Math.ceil((total ?? 0) / 1e6)} MB`, percent);
        },
      });
    });
  } else {
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
    if (path === undefined || found === undefined) throw fail('UploadMissing', `the uploaded ${kind} is not there any more`);
  }
  if (digest !== undefined) {
    const { stage, task } = step(`Verifying remote ${kind}`);
    await stage.task(task, () => verifyDigest(target, digest, kind, archiveName(kind, source)));
  }
  return target;
}
