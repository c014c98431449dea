import { deleteObsolete } from '../blobs/delete-obsolete.js';
import { findDeployment } from '../deployments/find-deployment.js';
import { withWorkDir } from '../downloads/obtain-archive.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { isUnknown } from '../persistence/is-unknown.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { compileRelease } from './compile-release.js';
import { exportPayload } from './export-payload.js';
import { writeTarball } from './write-tarball.js';

const lockWaitMs = 900_000;

/** `bosh export-release`: the result output names the blob, which stays until a clean-up. */
export function exportRelease(tools: DeployTools): TaskHandler {
  return {
    type: 'export_release',
    run: async (context, payload) => {
      const asked = parsePayload(exportPayload, payload);
      const scope = new Scope(tools, context);
      const { store, locks, config, blobs, log } = tools.collaborators;
      const work = async (): Promise<void> => {
        const compiled = await compileRelease(scope, await findDeployment(store.read, asked.deployment), asked);
        const blob = await withWorkDir(config, context, {}, (dir) => writeTarball(scope, compiled, dir));
        try {
          await store.write((tx) => tx.exportedReleases.insert({ blobstoreId: blob.id }));
        } catch (error) {
          if (!isUnknown(error)) await deleteObsolete(blobs, [blob.id], log);
          throw error;
        }
        const sha1 = asked.sha2 ? `sha256:${blob.sha256}` : blob.sha1;
        context.result(JSON.stringify({ blobstore_id: blob.id, sha1 }));
      };
      const lock = `deployment:${asked.deployment}`;
      await locks.withLock(lock, context.taskId, work, { timeoutMs: lockWaitMs, signal: context.signal });
      return `Exported release: ${asked.release}/${asked.version} for ${asked.os}/${asked.stemcellVersion}`;
    },
  };
}
