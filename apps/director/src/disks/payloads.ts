import { z } from 'zod';

/** Payload of a `delete_orphan_disks` task. */
export const deleteOrphanDisksPayload = z.object({ cids: z.array(z.string()) });
export type DeleteOrphanDisksPayload = z.infer<typeof deleteOrphanDisksPayload>;

/** Payload of an `orphan_disk` task. */
export const orphanDiskPayload = z.object({ cid: z.string() });

/** Payload of an `attach_disk` task. */
export const attachDiskPayload = z.object({
  deployment: z.string(),
  group: z.string(),
  /** UUID. */
  id: z.string(),
  cid: z.string(),
  /** Size and properties of a disk that nobody knows are noted as those of the disk that it has. */
  copy: z.boolean(),
});
export type AttachDiskPayload = z.infer<typeof attachDiskPayload>;
