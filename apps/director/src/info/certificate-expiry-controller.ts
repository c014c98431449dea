import { readFile } from 'node:fs/promises';
import type { CertificateExpiry } from '@bosh6/director-api';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AsJson, Needs } from '../http/decorators.js';
import { Services } from '../http/services.js';
import { expiryOf } from './expiry-of.js';

/** How long the Director's own certificates hold. */
@Controller('director')
export class CertificateExpiryController {
  constructor(private readonly services: Services) {}

  @Get('certificate_expiry')
  @AsJson()
  @Needs('read')
  async list(@Res({ passthrough: true }) reply: FastifyReply): Promise<CertificateExpiry[] | { error: string }> {
    const { tls, bus } = this.services.config;
    try {
      return await Promise.all([tls.certificate, tls.ca, bus.ca.certificate].map((path) => this.#expiry(path)));
    } catch (error) {
      reply.status(500);
      return { error: `Certificate expiry information not available: ${(error as Error).message}` };
    }
  }

  async #expiry(path: string): Promise<CertificateExpiry> {
    const { until, daysLeft } = expiryOf(await readFile(path), this.services.world.now());
    return { certificate_path: path, expiry: until, days_left: daysLeft };
  }
}
