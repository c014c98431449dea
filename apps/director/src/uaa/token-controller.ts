import { type LoginPrompts, type TokenError, tokenFormSchema } from '@bosh6/director-api';
import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AsJson, Public } from '../http/decorators.js';
import { Services } from '../http/services.js';
import { readBasic } from './authenticator.js';
import type { Authentication } from './create-authentication.js';
import { grant, type Refusal, refuse } from './grants.js';
import type { PublishedKey } from './key-ring.js';
import type { IssuedToken } from './token-service.js';

/** The part of a UAA that BOSH's clients speak to, prompts and tokens, and the keys that other Directors check its tokens with. */
@Controller('uaa')
@Public()
@AsJson()
export class TokenController {
  constructor(private readonly services: Services) {}

  @Get(['login', 'info'])
  prompts(): LoginPrompts {
    return { app: { version: '1' }, prompts: { username: ['text', 'Email'], password: ['password', 'Password'] } };
  }

  /** The one that tokens are signed with now. */
  @Get('token_key')
  key(): PublishedKey | undefined {
    return this.keys().keys[0];
  }

  /** That one first, then those whose tokens still hold. */
  @Get('token_keys')
  keys(): { keys: PublishedKey[] } {
    return { keys: this.#uaa.tokens.keys.publicKeys.map(({ published }) => published) };
  }

  @Post('oauth/token')
  @HttpCode(200)
  async token(
    @Headers('authorization') authorization: string | undefined,
    @Ip() from: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedToken | TokenError> {
    reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
    const { data: form } = tokenFormSchema.safeParse(body ?? {});
    if (form === undefined) return tell(reply, refuse(400, 'invalid_request', 'The request is not a form of single texts'));
    const client = readBasic(authorization) ?? { name: form.client_id ?? '', secret: form.client_secret ?? '' };
    const answer = await grant(this.#uaa, { client, from, form });
    return 'error' in answer ? tell(reply, answer) : answer;
  }

  get #uaa(): NonNullable<Authentication['uaa']> {
    const { uaa } = this.services;
    if (uaa === undefined) throw new TypeError('the routes of the token service are served without one');
    return uaa;
  }
}

function tell(reply: FastifyReply, { status, error, text, retryAfter }: Refusal): TokenError {
  reply.status(status);
  if (error === 'invalid_client') reply.header('www-authenticate', 'Basic realm="UAA/client"');
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return { error, error_description: text };
}
