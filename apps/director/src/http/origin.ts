import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { TaskRequest } from '../tasks/tasks.js';
import type { DirectorRequest } from './decorators.js';

/** Who wants a task, with which request. */
export interface TaskOrigin {
  readonly user: string;
  readonly request: TaskRequest;
}

/** `body` is what stands for it: its value, or an upload's digest. */
export function originOf({ method, url, headers, caller, receivedAt = 0 }: DirectorRequest, body: unknown): TaskOrigin {
  const user = caller?.name ?? '';
  const all = [user, method, url, headers['content-type'], headers['x-bosh-context-id'], body];
  return { user, request: { key: createHash('sha256').update(JSON.stringify(all)).digest('hex'), at: receivedAt } };
}

/** The request's origin; uploads make theirs with `originOf`. */
export const Origin = createParamDecorator((_data: unknown, context: ExecutionContext): TaskOrigin => {
  const request = context.switchToHttp().getRequest<DirectorRequest>();
  // A stream is of a route that reads no body.
  return originOf(request, request.body instanceof Readable ? undefined : request.body);
});
