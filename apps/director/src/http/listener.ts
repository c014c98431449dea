import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { httpModule } from './http-module.js';
import { registerParsers } from './media.js';
import type { Services } from './services.js';

export interface Listener {
  /** The one that was really taken. */
  readonly port: number;
  close(): Promise<void>;
}

/** The API and the token service on one HTTPS listener. */
export async function listen(services: Services): Promise<Listener> {
  const { tls, port, listen: addresses } = services.config;
  const [cert, key] = await Promise.all([readFile(tls.certificate), readFile(tls.privateKey)]);
  const adapter = new FastifyAdapter({
    https: { cert, key, minVersion: 'TLSv1.2' },
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1024 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(httpModule(services), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  registerParsers(adapter.getInstance());
  await app.listen(port, addresses[0] ?? '::');
  const address = app.getHttpServer().address() as AddressInfo;
  return { port: address.port, close: () => app.close() };
}
