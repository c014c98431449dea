import { z } from 'zod';

export const eventSchema = z.object({
  id: z.string(),
  parent_id: z.string().optional(),
  timestamp: z.int(),
  user: z.string().optional(),
  action: z.string().optional(),
  object_type: z.string().optional(),
  object_name: z.string().optional(),
  task: z.string().optional(),
  deployment: z.string().optional(),
  instance: z.string().optional(),
  error: z.string().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
});
export const eventsSchema = z.array(eventSchema);
export type Event = z.infer<typeof eventSchema>;

export const lockSchema = z.object({ type: z.string(), resource: z.array(z.string()), timeout: z.string(), task_id: z.string() });
export const locksSchema = z.array(lockSchema);
export type Lock = z.infer<typeof lockSchema>;
