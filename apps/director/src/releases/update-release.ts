import type { Json } from '@bosh6/base';
import { readRelease } from '@bosh6/formats/archives';
import { z } from 'zod';
import { deletePassing } from '../blobs/delete-passing.js';
import type { Collaborators } from '../core/collaborators.js';
import { archiveName, obtainArchive, withWorkDir } from '../downloads/obtain-archive.js';
import { isUnknown } from '../persistence/is-unknown.js';
import type { PassingBlobRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskContext, TaskHandler } from '../tasks/task-handler.js';
import { BlobBatch } from './blob-batch.js';
import { fillBlobs } from './fill-blobs.js';
import { planUpload } from './plan-upload.js';
import { rebaseVersion } from './rebase-version.js';
import { storeUpload } from './store-upload.js';

const schema = z.object({
  path: z.string().optional(),
  location: z.string().optional(),
  digest: z.string().optional(),
  fix: z.boolean().default(false),
  rebase: z.boolean().default(false),
});

/** A release to take; `fix` replaces blobs that are there, `rebase` counts its version up. */
export interface UpdateReleasePayload {
  path?: string;
  location?: string;
  digest?: string;
  fix: boolean;
  rebase: boolean;
}

const lockWaitMs = 300_000;

type Needed = Pick<Collaborators, 'config' | 'store' | 'blobs' | 'locks' | 'log'>;

/** Takes a release: all of it becomes visible in one transaction, or nothing stays. Uploading it again adds what is missing. */
export function updateReleaseHandler(collaborators: Needed): TaskHandler {
  return {
    type: 'update_release',
    recover: async () => 'requeue',
    run: async (context, payload: Json) => {
      const source = parsePayload(schema, payload);
      const { config } = collaborators;
      const given = {
        ...(source.path ? { path: source.path } : {}),
        ...(source.location ? { location: source.location } : {}),
        ...(source.digest ? { digest: source.digest } : {}),
      };
      return withWorkDir(config, context, given, async (dir) => {
        const single = (name: string) => ({ stage: context.events.stage(name, 1), task: name });
        const archive = await obtainArchive('release', given, dir, context, config, single);
        return take(collaborators, context, archive, dir, { ...source, archiveName: archiveName('release', given) });
      });
    },
  };
}

async function take(
  { store, blobs, locks, log }: Needed,
  context: TaskContext,
  archive: string,
  dir: string,
  options: { fix: boolean; rebase: boolean; archiveName: string },
): Promise<string> {
  const { events } = context;
  const step = <T>(name: string, work: () => Promise<T>): Promise<T> => events.stage(name, 1).task(name, work);
  const contents = await step('Extracting release', () => readRelease(archive, dir, options.archiveName));
  const { name } = contents.manifest;
  context.throwIfCancelled();
  return locks.withLock(
    `release:${name}`,
    context.taskId,
    async () => {
      const batch = new BlobBatch(blobs, log);
      let title: string;
      let obsolete: PassingBlobRow[];
      try {
        const version = await step('Verifying manifest', async () => {
          if (!options.rebase) return contents.manifest.version;
          const release = await store.read.releases.find({ name });
          const known = release === undefined ? [] : await store.read.releases.versions.all({ releaseId: release.id });
          return rebaseVersion(
            contents.manifest.version,
            known.map((row) => row.version),
          );
        });
        const plan = await step('Resolving package dependencies', () => planUpload(store.read, contents, version));
        const filled = await fillBlobs(store.read, context, batch, plan, options.fix);
        title = `${name}/${version}`;
        const stageName =
          contents.manifest.compiledPackages === undefined ? 'Release has been created' : 'Compiled Release has been created';
        obsolete = await events.stage(stageName, 1).task(title, () => storeUpload(store, contents, version, plan, filled));
      } catch (error) {
        if (!isUnknown(error)) await batch.undo();
        throw error;
      }
      // Only now: the rows name the new blobs, which nothing may undo any more.
      await deletePassing({ store, blobs, log }, obsolete);
      return `Created release '${title}'`;
    },
    { timeoutMs: lockWaitMs, signal: context.signal },
  );
}
