import { isJsonObject } from '@bosh6/base';
import type {
  DeploymentRow,
  DiskRow,
  DynamicDiskRow,
  InstanceRow,
  IntentRow,
  LockRow,
  OrphanDiskRow,
  OrphanedVmRow,
  ReservationRow,
  TaskRow,
  VmRow,
} from '../persistence/rows/index.js';
import type { Store } from '../persistence/store.js';
import { begunTasks } from '../tasks/live-tasks.js';

/** What the database says at one moment; the maps are by instance. */
export interface Records {
  readonly now: number;
  readonly deployments: readonly DeploymentRow[];
  readonly instances: ReadonlyMap<number, InstanceRow>;
  readonly vms: readonly VmRow[];
  readonly vmsOf: ReadonlyMap<number, readonly VmRow[]>;
  readonly orphanedVms: readonly OrphanedVmRow[];
  readonly disks: readonly DiskRow[];
  readonly disksOf: ReadonlyMap<number, readonly DiskRow[]>;
  readonly orphanDisks: readonly OrphanDiskRow[];
  readonly dynamicDisks: readonly DynamicDiskRow[];
  readonly reservations: readonly ReservationRow[];
  /** Open ones, and those that ended without anybody knowing how. */
  readonly intents: readonly IntentRow[];
  readonly locks: readonly LockRow[];
  /** Begun and not ended. */
  readonly tasks: readonly Pick<TaskRow, 'id' | 'type' | 'deployment' | 'leaseUntil'>[];
}

export function readRecords(store: Store, now: number): Promise<Records> {
  return store.snapshot(async (tx) => {
    const [vms, disks] = [await tx.vms.all(), await tx.disks.all()];
    return {
      now,
      deployments: await tx.deployments.all(),
      instances: new Map((await tx.instances.all()).map((row) => [row.id, row])),
      vms,
      vmsOf: Map.groupBy(vms, ({ instanceId }) => instanceId),
      orphanedVms: await tx.orphanedVms.all(),
      disks,
      disksOf: Map.groupBy(disks, ({ instanceId }) => instanceId),
      orphanDisks: await tx.orphanDisks.all(),
      dynamicDisks: await tx.dynamicDisks.all(),
      reservations: await tx.reservations.all(),
      intents: [...(await tx.intents.all({ state: 'open' })), ...(await tx.intents.suspects())],
      locks: await tx.locks.all(),
      tasks: await begunTasks(tx),
    };
  });
}

/** `group/uuid` of an instance and its deployment's name. */
export function nameOf({ instances, deployments }: Records, instanceId: number): { instance: string; deployment: string | null } {
  const row = instances.get(instanceId);
  const deployment = deployments.find(({ id }) => id === row?.deploymentId)?.name ?? null;
  return { instance: row === undefined ? `instance ${instanceId}` : `${row.group}/${row.uuid}`, deployment };
}

/** Whether the next deploy repeats what was done to the instance last. */
export function isUnfinished({ instances }: Records, instanceId: number): boolean {
  return instances.get(instanceId)?.updateCompleted === false;
}

/** Whether a call of one of these kinds has no known end: what nobody knows may be its work, and the Director looks after that. */
export function isCutOff({ intents }: Records, kinds: readonly string[]): boolean {
  return intents.some(
    ({ kind, state, outcome }) => state === 'open' && kinds.includes(kind) && !(isJsonObject(outcome) && typeof outcome.cid === 'string'),
  );
}
