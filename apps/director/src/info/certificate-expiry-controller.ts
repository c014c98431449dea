import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CertificateExpiry } from '@bosh6/director-api';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AsJson, Needs } from '../http/decorators.js';
import { isoTime } from '../http/parse.js';
import { Services } from '../http/services.js';

const dayMs = 86_400_000;

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
    const { validToDate } = new X509Certificate(await readFile(path));
    const left = validToDate.getTime() - this.services.world.now();
    return { certificate_path: path, expiry: isoTime(validToDate.getTime()), days_left: Math.floor(left / dayMs) };
  }
}
