import { z } from 'zod';

/** Payload of a `create_snapshot` or `snapshot_deployment` task. */
export const takeSnapshotsPayload = z.object({ deployment: z.string(), instanceId: z.number().optional() });
export type TakeSnapshotsPayload = z.infer<typeof takeSnapshotsPayload>;

/** Payload of a `delete_snapshot` or `delete_deployment_snapshots` task. */
export const deleteSnapshotsPayload = z.object({ deployment: z.string(), cid: z.string().optional() });
export type DeleteSnapshotsPayload = z.infer<typeof deleteSnapshotsPayload>;
