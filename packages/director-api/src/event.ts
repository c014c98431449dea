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
  /** Epoch seconds, or a date. */
  before_time: z.string().optional(),
  /** The second that it names is left out. */
  after_time: z.string().optional(),
  task: z.union([z.literal(''), z.coerce.number().int().min(1)]).optional(),
  deployment: z.string().optional(),
  instance: z.string().optional(),
  user: z.string().optional(),
  action: z.string().optional(),
  object_type: z.string().optional(),
  object_name: z.string().optional(),
});
export type EventQuery = z.infer<typeof eventQuerySchema>;

/** An event that a client has recorded; `timestamp` is epoch seconds or a date. */
export const eventPostSchema = z.object({
  action: z.string(),
  object_type: z.string(),
  object_name: z.string(),
  timestamp: z.union([z.number(), z.string()]).nullish(),
  deployment: z.string().nullish(),
  instance: z.string().nullish(),
  error: z.string().nullish(),
  context: z.record(z.string(), z.unknown()).nullish(),
});
export type EventPost = z.infer<typeof eventPostSchema>;

export const lockSchema = z.object({ type: z.string(), resource: z.array(z.string()), timeout: z.string(), task_id: z.string() });
export const locksSchema = z.array(lockSchema);
export type Lock = z.infer<typeof lockSchema>;
