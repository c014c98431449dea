import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, isIPv4 } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { registerAuthentication } from './authentication.js';
import { httpModule } from './http-module.js';
import { registerParsers } from './media.js';
import type { Services } from './services.js';

export interface Listener {
  /** The one that was really taken, on every address. */
  readonly port: number;
  close(): Promise<void>;
}

/** The API and the token service over HTTPS, on each address of the configuration. */
export async function listen(services: Services): Promise<Listener> {
  const { tls, port, listen: addresses } = services.config;
  const [cert, key] = await Promise.all([readFile(tls.certificate), readFile(tls.privateKey)]);
  const https = { cert, key, minVersion: 'TLSv1.2' } as const;
  const adapter = new FastifyAdapter({ https, logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 1024 } });
  const app = await NestFactory.create<NestFastifyApplication>(httpModule(services), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  registerParsers(fastify);
  registerAuthentication(fastify, services);
  services.requests?.watch(fastify);
  const others: Server[] = [];
  const close = async (): Promise<void> => {
    for (const server of others) {
      server.close();
      server.closeAllConnections();
    }
    await app.close();
  };
  try {
    const [first = '::', ...rest] = addresses;
    // Both families asked for by name: `::` must leave the IPv4 port free.
    await app.listen({ port, host: first, ipv6Only: addresses.some((host) => isIPv4(host)) });
    const taken = (app.getHttpServer().address() as AddressInfo).port;
    for (const host of rest) {
      const server = createServer(https, (request, response) => fastify.routing(request, response));
      others.push(server);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port: taken, host, ipv6Only: true }, resolve);
      });
    }
    return { port: taken, close };
  } catch (error) {
    await close();
    throw error;
  }
}
