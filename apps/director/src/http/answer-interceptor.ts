import { routes } from '@bosh6/director-api';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { type DirectorRequest, jsonType, taskRoute } from './decorators.js';

/** Gives answers BOSH's form: compact JSON under the content type that BOSH gives it, tasks as absolute redirects. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<DirectorRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (this.reflector.getAllAndOverride<boolean | undefined>(taskRoute, targets)) {
      return next.handle().pipe(map((id: number) => ({ url: taskUrl(request, id), statusCode: 302 })));
    }
    const json = this.reflector.getAllAndOverride<boolean | undefined>(jsonType, targets) ?? false;
    return next.handle().pipe(
      map((value: unknown) => {
        if (reply.sent) return value;
        reply.header('content-type', json ? 'application/json' : 'text/html;charset=utf-8');
        if (value === undefined) return '';
        if (Buffer.isBuffer(value)) return value;
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        // To bytes Fastify adds no charset.
        return json ? Buffer.from(text) : text;
      }),
    );
  }
}

/** Absolute, under the name that the request used. */
export function taskUrl(request: DirectorRequest, id: number): string {
  const { host } = request.headers;
  return `${host === undefined ? '' : `https://${host}`}${routes.task(id)}`;
}
