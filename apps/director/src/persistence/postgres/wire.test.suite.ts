import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { PostgresConfig } from '../../core/database-config.js';

/** A wire between the store and its server that a test can cut on one side, or make silent. */
export class Wire {
  readonly #server: Server;
  readonly #pairs = new Set<{ near: Socket; far: Socket }>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start({ hosts }: PostgresConfig): Promise<Wire> {
    const [{ host, port }] = hosts as [{ host: string; port: number }];
    const wire = new Wire(createServer());
    wire.#server.on('connection', (near) => {
      const far = createConnection(`${host}/.s.PGSQL.${port}`);
      const pair = { near, far };
      wire.#pairs.add(pair);
      for (const end of [near, far]) end.on('error', () => undefined);
      near.pipe(far);
      far.pipe(near, { end: true });
    });
    wire.#server.listen(0, '::1');
    await once(wire.#server, 'listening');
    return wire;
  }

  /** The configuration that goes through it. */
  through(config: PostgresConfig): PostgresConfig {
    return { ...config, hosts: [{ host: '::1', port: (this.#server.address() as { port: number }).port }] };
  }

  /** The store loses its connections; the server does not know. */
  cut(): void {
    for (const { near, far } of this.#pairs) {
      near.unpipe(far);
      far.unpipe(near);
      far.resume();
      near.destroy();
    }
  }

  /** No answer comes through any more on the connections of now. */
  silence(): void {
    for (const { near, far } of this.#pairs) far.unpipe(near);
  }

  async close(): Promise<void> {
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    this.#server.close();
    await once(this.#server, 'close');
  }
}
