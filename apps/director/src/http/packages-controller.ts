import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { matchingCompiledFingerprints, matchingFingerprints } from '../releases/matching-packages.js';
import { Accepts, Needs } from './decorators.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

@Controller('packages')
@Needs('admin')
export class PackagesController {
  constructor(private readonly services: Services) {}

  @Post('matches')
  @HttpCode(200)
  @Accepts('yaml')
  matches(@Body() manifest: unknown): Promise<string[]> {
    return matchingFingerprints(this.services.store.read, manifest);
  }

  @Post('matches_compiled')
  @HttpCode(200)
  @Accepts('yaml')
  matchesCompiled(@Body() manifest: unknown): Promise<string[]> {
    return matchingCompiledFingerprints(this.services.store.read, manifest);
  }

  @Get('blobs/:id')
  @Needs('read')
  async blob(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { store, blobs } = this.services;
    const { releases, compiledPackages } = store.read;
    const known = (await releases.packages.find({ blobstoreId: id })) ?? (await compiledPackages.find({ blobstoreId: id }));
    const size = known === undefined ? undefined : await blobs.size(id);
    if (size === undefined) throw new PlainAnswer(400, `no package has the blob '${id}'`);
    reply.header('content-type', 'application/octet-stream').header('content-disposition', 'attachment').header('content-length', size);
    await reply.send(blobs.get(id));
  }
}
