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

/** 200 events a page; `before_id` asks for the page of older ones. */
export const eventQuerySchema = z.object({
  before_id: z.coerce.number().int().min(1).optional(),
  task: z.union([z.literal(''), z.coerce.number().int().min(1)]).optional(),
  deployment: z.string().optional(),
  instance: z.string().optional(),
  user: z.string().optional(),
  action: z.string().optional(),
  object_type: z.string().optional(),
  object_name: z.string().optional(),
});
export type EventQuery = z.infer<typeof eventQuerySchema>;

export const lockSchema = z.object({ type: z.string(), resource: z.array(z.string()), timeout: z.string(), task_id: z.string() });
export const locksSchema = z.array(lockSchema);
export type Lock = z.infer<typeof lockSchema>;
