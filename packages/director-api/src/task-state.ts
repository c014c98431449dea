// Apart from the schemas: the client reads states without loading a validator.
export const taskStates = ['queued', 'processing', 'cancelling', 'cancelled', 'done', 'error', 'timeout'] as const;
export type TaskState = (typeof taskStates)[number];

/** True while more output can come. */
export function isRunning(state: TaskState): boolean {
  return state === 'queued' || state === 'processing' || state === 'cancelling';
}
