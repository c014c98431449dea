import { z } from 'zod';

const dynamicDisk = { name: z.string(), pool: z.string(), sizeMib: z.number(), metadata: z.record(z.string(), z.json()).optional() };

/** Payload of a `create_dynamic_disk` task. */
export const createDynamicDiskPayload = z.object({ deployment: z.string(), az: z.string(), ...dynamicDisk });
export type CreateDynamicDiskPayload = z.infer<typeof createDynamicDiskPayload>;

/** Payload of a `provide_dynamic_disk` task; `instance` is a UUID. */
export const provideDynamicDiskPayload = z.object({ instance: z.string(), ...dynamicDisk });
export type ProvideDynamicDiskPayload = z.infer<typeof provideDynamicDiskPayload>;

/** Payload of an `attach_dynamic_disk` task; `instance` is a UUID. */
export const attachDynamicDiskPayload = z.object({ name: z.string(), instance: z.string(), metadata: dynamicDisk.metadata });
export type AttachDynamicDiskPayload = z.infer<typeof attachDynamicDiskPayload>;

/** Payload of a `detach_dynamic_disk` or `delete_dynamic_disk` task. */
export const dynamicDiskPayload = z.object({ name: z.string() });
export type DynamicDiskPayload = z.infer<typeof dynamicDiskPayload>;
