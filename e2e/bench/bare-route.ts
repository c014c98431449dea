import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a Director that is started with `--import` of this file has too: `/info/bare/NAME`, which answers with the file of that name and asks nobody. */
interface Server {
  get(path: string, handler: (request: { params: { name: string } }, reply: Reply) => unknown): void;
}
interface Reply {
  type(type: string): Reply;
  send(bytes: Buffer): unknown;
}

const files = new Map<string, Buffer>();
subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: Server };
  fastify.get('/info/bare/:name', ({ params: { name } }, reply) => {
    const bytes = files.get(name) ?? readFileSync(join(process.env.BOSH6_BARE_FILES ?? '', name));
    files.set(name, bytes);
    return reply.type('application/json').send(bytes);
  });
});
