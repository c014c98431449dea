import { CodedError } from '@bosh6/base';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Permission } from '../permissions/matrix.js';
import { challenge } from './authentication.js';
import { accepted, type DirectorRequest, type Medium, permission, publicRoute } from './decorators.js';
import { mediumOf } from './media.js';
import { pathOf } from './path-of.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';
import { subjectTeams } from './subject-teams.js';

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
    const path = pathOf(request.url);
    if (media !== undefined && (medium === undefined || !media.includes(medium))) throw PlainAnswer.noEndpoint(path);

    if (this.reflector.getAllAndOverride<boolean | undefined>(publicRoute, targets)) return isRead(request);

    http.getResponse<FastifyReply>().header('www-authenticate', challenge);
    const { caller } = request;
    if (caller === undefined) throw new PlainAnswer(401, `Not authorized: '${path}'\n`);
    const { permissions, store } = this.services;
    for (const needed of this.reflector.getAllAndOverride<Permission[] | undefined>(permission, targets) ?? ['admin'])
      permissions.require(caller, needed, await subjectTeams(store.read, needed, request));
    return isRead(request);
  }
}

function isRead({ body }: DirectorRequest): true {
  if (CodedError.is(body, 'MalformedJson')) throw body;
  return true;
}
