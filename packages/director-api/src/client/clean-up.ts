import { mediaTypes, routes } from '../routes.js';
import { withQuery } from './query.js';
import { readJson, readTask } from './read-json.js';
import type { Session } from './session.js';
import type { Task } from './wire.js';

export interface CleanUpOptions {
  /** Also what the newest two of each kind would keep, orphaned disks and compiled packages. */
  readonly all: boolean;
  readonly keepOrphanedDisks: boolean;
}

/** What a clean-up would remove. */
export interface CleanUpPreview {
  readonly releases?: { name: string; versions?: string[] | null }[] | null;
  readonly stemcells?: { name: string; version: string }[] | null;
  readonly compiled_packages?: { package_name: string; stemcell_os: string; stemcell_version: string }[] | null;
  readonly orphaned_disks?: { disk_cid: string; deployment_name?: string; instance_name?: string; size?: number }[] | null;
  readonly orphaned_vms?: { cid: string; deployment_name?: string; instance_name?: string }[] | null;
  readonly exported_releases?: string[] | null;
  readonly dns_blobs?: string[] | null;
  /** Of no other Director. */
  readonly log_bundles?: string[] | null;
}

export interface CleanUpRoutes {
  run(options: CleanUpOptions): Promise<Task>;
  preview(options: CleanUpOptions): Promise<CleanUpPreview>;
}

export function cleanUpRoutes(session: Session): CleanUpRoutes {
  return {
    async run({ all, keepOrphanedDisks }) {
      const body = JSON.stringify({ config: { remove_all: all, keep_orphaned_disks: keepOrphanedDisks } });
      const headers = { 'content-type': mediaTypes.json };
      return readTask(await session.call({ method: 'POST', path: routes.cleanUp, headers, body }));
    },
    preview: async ({ all, keepOrphanedDisks }) =>
      readJson(
        await session.call({
          method: 'GET',
          path: withQuery(routes.cleanUpDryRun, { remove_all: all, keep_orphaned_disks: keepOrphanedDisks }),
        }),
      ),
  };
}
