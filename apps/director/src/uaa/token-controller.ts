import { type LoginPrompts, type TokenError, type TokenForm, tokenFormSchema } from '@bosh6/director-api';
import { Body, Controller, Get, Headers, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AsJson, Public } from '../http/decorators.js';
import { Services } from '../http/services.js';
import type { Principal } from './principals.js';
import type { IssuedToken } from './token-service.js';

/** The client that command lines use: its secret is empty, and it acts for people only. */
const cliClient = 'bosh_cli';

/** The part of a UAA that BOSH's clients speak to: prompts and tokens. */
@Controller('uaa')
@Public()
@AsJson()
export class TokenController {
  constructor(private readonly services: Services) {}

  @Get(['login', 'info'])
  prompts(): LoginPrompts {
    return { app: { version: '1' }, prompts: { username: ['text', 'Email'], password: ['password', 'Password'] } };
  }

  @Post('oauth/token')
  @HttpCode(200)
  async token(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedToken | TokenError> {
    reply.header('cache-control', 'no-store');
    const { data: form } = tokenFormSchema.safeParse(body ?? {});
    const answer =
      form === undefined
        ? refuse(400, 'invalid_request', 'The request is not a form of single texts')
        : await this.#grant(readBasic(authorization) ?? { name: form.client_id ?? '', secret: form.client_secret ?? '' }, form);
    if (!('error' in answer)) return answer;
    reply.raw.statusCode = answer.status;
    await reply
      .status(answer.status)
      .header('content-type', 'application/json')
      .send(JSON.stringify({ error: answer.error, error_description: answer.text }));
    return { error: answer.error };
  }

  async #grant(client: { name: string; secret: string }, form: TokenForm): Promise<IssuedToken | Refusal> {
    const { principals, tokens } = this.services;
    const known = principals.authenticateClient(client.name, client.secret);
    const forPeople = known !== undefined || (client.name === cliClient && client.secret === '');
    if (!forPeople) return refuse(401, 'unauthorized', 'Bad credentials');
    switch (form.grant_type) {
      case 'password': {
        const user = principals.authenticateUser(form.username ?? '', form.password ?? '');
        return user === undefined ? refuse(401, 'unauthorized', 'Bad credentials') : tokens.issueToUser(user, client.name);
      }
      case 'refresh_token': {
        const claims = await tokens.refresh(form.refresh_token ?? '');
        const user: Principal | undefined = claims?.clientId === client.name ? principals.user(claims.user) : undefined;
        return user === undefined
          ? refuse(401, 'invalid_token', 'The refresh token is not valid any more')
          : tokens.issueToUser(user, client.name);
      }
      case 'client_credentials':
        return known === undefined ? refuse(401, 'unauthorized', 'Bad credentials') : tokens.issueToClient(known);
      default:
        return refuse(400, 'unsupported_grant_type', `Unsupported grant type: ${form.grant_type ?? ''}`);
    }
  }
}

interface Refusal {
  status: number;
  error: string;
  text: string;
}

function refuse(status: number, error: string, text: string): Refusal {
  return { status, error, text };
}

function readBasic(header: string | undefined): { name: string; secret: string } | undefined {
  const match = /^basic\s+(\S+)$/i.exec(header ?? '');
  if (match === null) return undefined;
  const text = Buffer.from(match[1] ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? { name: text, secret: '' } : { name: text.slice(0, colon), secret: text.slice(colon + 1) };
}
