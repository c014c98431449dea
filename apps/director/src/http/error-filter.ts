import { CodedError } from '@bosh6/base';
import type { ErrorBody } from '@bosh6/director-api';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fail } from '../errors.js';
import { describe } from '../tasks/line-event-log.js';
import { drain } from './authentication.js';
import type { DirectorRequest } from './decorators.js';
import { pathOf } from './path-of.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

/** Turns what handlers throw into BOSH's answers: number, description, and our details. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly services: Services) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<DirectorRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    await drain(request);
    const error = this.#meaning(thrown, request);
    reply.header('content-type', 'text/html;charset=utf-8');
    if (error instanceof PlainAnswer) {
      await reply.status(error.status).send(error.body);
      return;
    }
    if (error.http >= 500 && error.code === 'Internal') this.services.log.error({ err: thrown, url: request.url }, 'request failed');
    const { code, message, details } = describe(error);
    const body: ErrorBody = { code, description: message, ...(details === undefined ? {} : { details }) };
    await reply.status(error.http).send(JSON.stringify(body));
  }

  #meaning(thrown: unknown, request: DirectorRequest): CodedError | PlainAnswer {
    if (thrown instanceof PlainAnswer || CodedError.is(thrown)) return thrown;
    const path = pathOf(request.url);
    if (thrown instanceof NotFoundException) return PlainAnswer.noEndpoint(path);
    // What the framework refuses by itself, before a handler sees it.
    const status = thrown instanceof HttpException ? thrown.getStatus() : 500;
    if (status === 413) return fail('RequestTooLarge', `the body of ${request.method} ${path} is too large`, { cause: thrown });
    if (thrown instanceof HttpException && status < 500) return fail('RequestInvalid', thrown.message, { cause: thrown });
    return fail('Internal', 'the Director failed; its log says more', { cause: thrown });
  }
}
