import { z } from 'zod';
import { certificateExpiriesSchema } from '../certificate-expiry.js';
import { eventPostSchema, eventQuerySchema, eventSchema, eventsSchema, locksSchema } from '../event.js';
import { infoSchema } from '../info.js';
import { resurrectionPutSchema, resurrectionSchema } from '../resurrection.js';
import { taskOutputTypes, taskQuerySchema, taskSchema, tasksCancelPostSchema, tasksSchema } from '../task.js';
import { type Endpoint, endpoint } from './endpoint.js';

const json = { accepts: ['json'] } as const;
const done = { 200: { says: 'It is done.' } };
const output = {
  200: { says: 'All of it.', type: 'text/plain' },
  204: { says: 'There is none.' },
  206: { says: 'The part that `Range` asks for.', type: 'text/plain' },
  416: { says: 'Nothing is there yet.' },
};
const cancelled = { 204: { says: 'They are asked to stop.' } };

export const workEndpoints: readonly Endpoint[] = [
  endpoint('GET /info', 'public', 'Who the Director is, and who the caller', infoSchema),
  endpoint('GET /openapi.json', 'public', 'This document', z.unknown()),
  endpoint('GET /openapi.html', 'public', 'This document, to read', 'none', { answers: { 200: { says: 'A page.', type: 'text/html' } } }),
  endpoint('GET /tasks', 'list_tasks', 'Tasks, the newest first', tasksSchema, { query: taskQuerySchema }),
  endpoint('GET /tasks/{id}', 'list_tasks and task:read', 'One task', taskSchema),
  endpoint('GET /tasks/{id}/output', 'task:read', "A task's output, from any byte on", 'none', {
    query: z.object({ type: z.enum(taskOutputTypes).optional() }),
    answers: output,
  }),
  endpoint('POST /tasks/cancel', 'admin', 'Cancel many tasks', 'none', { ...json, body: tasksCancelPostSchema, answers: cancelled }),
  endpoint('DELETE /task/{id}', 'admin', 'Cancel a task', 'none', { answers: cancelled }),
  endpoint('GET /events', 'read_events', 'Events, the newest 200 first', eventsSchema, { query: eventQuerySchema }),
  endpoint('GET /events/{id}', 'admin', 'One event', eventSchema),
  endpoint('POST /events', 'admin', 'Have an event recorded', 'none', { ...json, body: eventPostSchema, answers: done }),
  endpoint('GET /locks', 'read', 'Locks that are held', locksSchema),
  endpoint('GET /resurrection', 'admin', 'Whether VMs that die are made anew', resurrectionSchema),
  endpoint('PUT /resurrection', 'admin', 'Have VMs that die made anew, or not', 'none', {
    ...json,
    body: resurrectionPutSchema,
    answers: done,
  }),
  endpoint('GET /director/certificate_expiry', 'read', "Until when the Director's certificates hold", certificateExpiriesSchema),
  endpoint('POST /director/fsck', 'admin', 'Whether database, infrastructure and blobs agree; each result line is a finding', 'task', json),
];
