import type { mediaTypes } from '@bosh6/director-api';
import { applyDecorators, createParamDecorator, type ExecutionContext, Redirect, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../errors.js';
import type { Permission } from '../permissions/matrix.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';

export const publicRoute = 'bosh6:public';
export const permission = 'bosh6:permission';
export const accepted = 'bosh6:accepted';
export const jsonType = 'bosh6:json';
export const taskRoute = 'bosh6:task';

export type Medium = keyof typeof mediaTypes;

/** No credentials are asked for; valid ones are still recognized. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicRoute, true);
/**
 * What the caller must be allowed, all of it. Every route that is not public declares it. The deployment of `deployment:` is the one that the path's
 * `:name` or the query's `deployment` names; the task of `task:` the one of `:id`.
 */
export const Needs = (...all: Permission[]): MethodDecorator & ClassDecorator => SetMetadata(permission, all);
/** The route exists only for bodies of these types. */
export const Accepts = (...media: Medium[]): MethodDecorator => SetMetadata(accepted, media);
/** The answer's content type is `application/json`; BOSH sends most of its JSON as text/html. */
export const AsJson = (): MethodDecorator & ClassDecorator => SetMetadata(jsonType, true);
/** The handler answers with a task's id, the client with a redirect to it. */
export const StartsTask = (): MethodDecorator => applyDecorators(Redirect('/tasks', 302), SetMetadata(taskRoute, true));

export interface DirectorRequest extends FastifyRequest {
  caller?: CallerValue;
  /** When its head had come in, in milliseconds since 1970. */
  receivedAt?: number;
}

/** Who calls; present on every route that is not public. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): CallerValue => {
  const { caller } = context.switchToHttp().getRequest<DirectorRequest>();
  return caller ?? { name: '', scopes: [] };
});

/** A query parameter that may be given once; undefined without it. */
export const QueryText = createParamDecorator((name: string, context: ExecutionContext): string | undefined => {
  const value = (context.switchToHttp().getRequest<DirectorRequest>().query as Record<string, unknown>)[name];
  if (value === undefined || typeof value === 'string') return value;
  throw fail('RequestInvalid', `the query parameter '${name}' is given more than once`, {
    where: { document: 'request', pointer: `/${name}` },
  });
});

/** Aborts with PlanGivenUp once nobody waits for the answer any more. */
export const Gone = createParamDecorator((_data: unknown, context: ExecutionContext): AbortSignal => {
  const gone = new AbortController();
  const abort = (): void => gone.abort(fail('PlanGivenUp', 'nobody waits for the plan any more'));
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  if (raw.destroyed) abort();
  else raw.once('close', abort);
  return gone.signal;
});

/** `X-Bosh-Context-Id`, at most 64 characters. */
export const ContextId = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<DirectorRequest>().headers['x-bosh-context-id'];
  const text = typeof value === 'string' ? value : '';
  if (text.length > 64) throw fail('ContextIdTooLong', 'X-Bosh-Context-Id is longer than 64 characters');
  return text;
});
