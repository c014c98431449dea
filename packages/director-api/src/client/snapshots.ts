import { routes } from '../routes.js';
import { readList, readTask } from './read-json.js';
import type { Session } from './session.js';
import type { Task } from './wire.js';

export interface SnapshotEntry {
  readonly job?: string | null;
  readonly index?: number | null;
  readonly snapshot_cid: string;
  readonly created_at?: string | null;
  readonly clean?: boolean | null;
}

export interface SnapshotRoutes {
  list(deployment: string): Promise<SnapshotEntry[]>;
  /** Of one instance's disks, or of all. */
  take(deployment: string, instance?: { group: string; id: string }): Promise<Task>;
  /** One, or all. */
  delete(deployment: string, cid?: string): Promise<Task>;
}

export function snapshotRoutes(session: Session): SnapshotRoutes {
  const call = async (method: 'POST' | 'DELETE', path: string): Promise<Task> => readTask(await session.call({ method, path }));
  return {
    list: async (deployment) => readList(await session.call({ method: 'GET', path: routes.snapshots(deployment) })),
    take: (deployment, instance) =>
      call(
        'POST',
        instance === undefined ? routes.snapshots(deployment) : routes.instanceSnapshots(deployment, instance.group, instance.id),
      ),
    delete: (deployment, cid) => call('DELETE', cid === undefined ? routes.snapshots(deployment) : routes.snapshot(deployment, cid)),
  };
}
