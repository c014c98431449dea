import { finished } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import type { DirectorRequest } from './decorators.js';
import { pathOf } from './path-of.js';
import type { Services } from './services.js';

/** Routes that everybody may ask; the first checks nothing, the second checks itself, the third wants a signature. */
const open = /^\/(?:info|openapi\.json|openapi\.html|uaa|signed)(?:\/|$)/;

export const challenge = 'Basic realm="BOSH Director"';

/** Who is nobody gets the 401 before any of the body is kept; who is somebody is known from here on as `request.caller`. */
export function registerAuthentication(
  fastify: FastifyInstance,
  { authenticator, world }: Pick<Services, 'authenticator' | 'world'>,
): void {
  fastify.addHook('onRequest', async (request: DirectorRequest, reply) => {
    request.receivedAt = world.now();
    const caller = await authenticator.caller(request.headers.authorization, request.ip);
    if (caller !== undefined) request.caller = caller;
    const route = request.routeOptions.url;
    // Blobs are bytes whatever they are called, and what comes to no route is not worth keeping: neither is read into memory.
    if (route === undefined || route.startsWith('/signed/')) request.headers['content-type'] = 'application/octet-stream';
    if (caller !== undefined || route === undefined || open.test(route)) return;
    await drain(request);
    const path = pathOf(request.url);
    await reply.status(401).header('www-authenticate', challenge).type('text/html;charset=utf-8').send(`Not authorized: '${path}'\n`);
  });
}

/** Clients write the whole body before they read the answer. */
export async function drain({ raw }: DirectorRequest): Promise<void> {
  if (raw.readableEnded || raw.destroyed || raw.method === 'GET') return;
  raw.resume();
  await finished(raw, { writable: false }).catch(() => undefined);
}
