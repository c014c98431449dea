import { z } from 'zod';
import { taskStates } from './task-state.js';

export const taskSchema = z.object({
  id: z.int(),
  state: z.enum(taskStates),
  description: z.string().default(''),
  /** Epoch seconds of the end; null while queued or processing. */
  timestamp: z.int().nullable().default(null),
  started_at: z.int().nullable().default(null),
  result: z.string().nullable().default(null),
  user: z.string().default(''),
  deployment: z.string().nullable().default(null),
  context_id: z.string().default(''),
});
export const tasksSchema = z.array(taskSchema);
export type Task = z.infer<typeof taskSchema>;

export const taskOutputTypes = ['event', 'result', 'debug', 'cpi', 'none'] as const;
export type TaskOutputType = (typeof taskOutputTypes)[number];

export const taskQuerySchema = z.object({
  state: z.string().optional(),
  verbose: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
  deployment: z.string().optional(),
  context_id: z.string().optional(),
});
export type TaskQuery = z.infer<typeof taskQuerySchema>;

/** Which tasks to cancel; without a key, whichever there are, and those that wait. */
export const tasksCancelPostSchema = z
  .object({ types: z.array(z.string()).nullish(), states: z.array(z.string()).nullish(), deployment: z.string().nullish() })
  .nullish();

export const stageLineSchema = z.object({
  time: z.int(),
  stage: z.string(),
  tags: z.array(z.string()).default([]),
  total: z.int().nullable().default(null),
  task: z.string(),
  index: z.int(),
  state: z.enum(['started', 'in_progress', 'finished', 'failed']),
  progress: z.int().default(0),
  data: z.object({ status: z.string().optional(), error: z.string().optional() }).optional(),
});
export const noticeLineSchema = z.object({ time: z.int(), type: z.enum(['deprecation', 'warning']), message: z.string() });
export const errorLineSchema = z.object({
  time: z.int(),
  error: z.object({
    code: z.int(),
    message: z.string(),
    /** Ours: what a program needs of the error. */
    details: z.object({ code: z.string(), where: z.record(z.string(), z.unknown()).optional(), hint: z.string().optional() }).optional(),
  }),
});
/** A line of a task's event output. */
export const eventLineSchema = z.union([stageLineSchema, errorLineSchema, noticeLineSchema]);
export type StageLine = z.infer<typeof stageLineSchema>;
export type NoticeLine = z.infer<typeof noticeLineSchema>;
export type ErrorLine = z.infer<typeof errorLineSchema>;
export type EventLine = z.infer<typeof eventLineSchema>;
