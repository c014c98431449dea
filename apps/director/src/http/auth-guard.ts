import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { fail } from '../errors.js';
import { type Permission, scopesFor } from '../uaa/scopes.js';
import type { Caller } from '../uaa/token-service.js';
import { accepted, type DirectorRequest, type Medium, permission, publicRoute } from './decorators.js';
import { mediumOf } from './media.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

/** Lets through who may, and only requests whose body has a type that the route takes. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly services: Services,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<DirectorRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const media = this.reflector.getAllAndOverride<Medium[] | undefined>(accepted, targets);
    const medium = mediumOf(request.headers['content-type']);
    const path = new URL(request.url, 'https://director').pathname;
    if (media !== undefined && (medium === undefined || !media.includes(medium))) throw PlainAnswer.noEndpoint(path);

    const caller = await this.#identify(request.headers.authorization);
    if (caller !== undefined) request.caller = caller;
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicRoute, targets)) return true;

    http.getResponse<FastifyReply>().header('www-authenticate', 'Basic realm="BOSH Director"');
    if (caller === undefined) throw new PlainAnswer(401, `Not authorized: '${path}'\n`);
    const needed = this.reflector.getAllAndOverride<Permission | undefined>(permission, targets) ?? 'admin';
    const scopes = scopesFor(needed, this.services.directorUuid);
    if (caller.scopes.some((scope) => scopes.includes(scope))) return true;
    throw fail('ScopeMissing', `Require one of the scopes: ${scopes.join(', ')}`);
  }

  async #identify(header: string | undefined): Promise<Caller | undefined> {
    const [kind, token, ...rest] = header?.split(' ') ?? [];
    if (kind?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) return undefined;
    return this.services.tokens.access(token);
  }
}
