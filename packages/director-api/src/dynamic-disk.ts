import { z } from 'zod';

/** `GET /dynamic_disks` (director-api reference 4.13). */
export const dynamicDisksSchema = z.array(
  z.object({
    name: z.string(),
    disk_cid: z.string(),
    deployment: z.string().nullable(),
    /** `<group>/<uuid>` of the instance that has it. */
    instance: z.string().nullable(),
    availability_zone: z.string().nullable(),
    /** MiB. */
    size: z.int(),
    disk_pool_name: z.string(),
    cpi: z.string(),
    metadata: z.record(z.string(), z.json()),
  }),
);
export type DynamicDisk = z.infer<typeof dynamicDisksSchema>[number];

const name = z.string().min(1).max(255);
const metadata = z.record(z.string(), z.json()).nullish();
const disk = {
  disk_name: name,
  /** Disk type of the cloud config. */
  disk_pool_name: name,
  /** MiB. */
  disk_size: z.int().min(1).max(2_147_483_647),
  metadata,
};

/** `POST /dynamic_disks`: near a VM that the deployment has in that AZ. */
export const dynamicDiskPostSchema = z.object({ deployment_name: name, az: name, ...disk });
/** `POST /dynamic_disks/provide`: made where it is not there yet, and attached. */
export const dynamicDiskProvideSchema = z.object({ instance_id: name, ...disk });
/** `POST /dynamic_disks/NAME/attach`; `instance_id` is a UUID. */
export const dynamicDiskAttachSchema = z.object({ instance_id: name, metadata });

/** The result line of a task that makes one. */
export const dynamicDiskResultSchema = z.object({ disk_cid: z.string() });
