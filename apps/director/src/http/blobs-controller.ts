import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fail } from '../errors.js';
import { Needs, Public } from './decorators.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

/** Blobs: to people who may, and to whoever holds a signed URL. */
@Controller()
@Needs('admin')
export class BlobsController {
  constructor(private readonly services: Services) {}

  @Get('resources/:id')
  resource(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(id, 'application/x-gzip', reply);
  }

  @Get('signed/:id')
  @Public()
  signed(@Param('id') id: string, @Query() query: object, @Res() reply: FastifyReply): Promise<void> {
    this.#check('GET', id, query);
    return this.#send(id, 'application/octet-stream', reply);
  }

  @Put('signed/:id')
  @Public()
  @HttpCode(201)
  async store(@Param('id') id: string, @Query() query: object, @Body() body: unknown): Promise<string> {
    this.#check('PUT', id, query);
    const source = body instanceof Readable ? body : Buffer.from(typeof body === 'string' ? body : '');
    await this.services.blobs.put(source, { id });
    return '';
  }

  #check(verb: 'GET' | 'PUT', id: string, query: object): void {
    const now = Math.floor(this.services.world.now() / 1000);
    if (!this.services.signer.check(verb, id, query, now))
      throw new PlainAnswer(403, 'The signature is not valid for this, or it has expired');
  }

  async #send(id: string, type: string, reply: FastifyReply): Promise<void> {
    const size = await this.services.blobs.size(id);
    if (size === undefined) throw fail('BlobNotFound', `there is no blob '${id}'`);
    await reply.header('content-type', type).header('content-length', size).send(this.services.blobs.get(id));
  }
}
