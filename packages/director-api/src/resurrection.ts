import { z } from 'zod';

export const resurrectionSchema = z.object({ resurrection: z.boolean() });
export type Resurrection = z.infer<typeof resurrectionSchema>;

export const resurrectionPutSchema = z.object({ resurrection_paused: z.boolean() });
export type ResurrectionPut = z.infer<typeof resurrectionPutSchema>;
