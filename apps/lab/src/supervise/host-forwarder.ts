import net from 'node:net';
import type { ForwardStatus } from '@bosh6/lab';
import { fail } from '../errors.js';
import { join } from '../join.js';

/** Listens on the host's loopback and leads connections through the lab's socket to addresses that only the lab can reach. */
export class HostForwarder {
  readonly #hop: string;
  readonly #servers: net.Server[] = [];

  constructor(hop: string) {
    this.#hop = hop;
  }

  /** Port 0 takes a free one, the same for 127.0.0.1 and [::1]. A host without IPv6 loopback gets the first only. */
  async add(port: number, to: ForwardStatus['to']): Promise<ForwardStatus> {
    for (let attempt = 0; ; attempt += 1) {
      const four = await this.#listen('127.0.0.1', port, to);
      const chosen = (four.address() as net.AddressInfo).port;
      try {
        this.#servers.push(four, await this.#listen('::1', chosen, to));
      } catch (error) {
        const code = (error as { cause?: NodeJS.ErrnoException }).cause?.code;
        if (code === 'EADDRINUSE') {
          four.close();
          if (port === 0 && attempt < 20) continue;
          throw error;
        }
        this.#servers.push(four);
      }
      return { port: chosen, to };
    }
  }

  close(): void {
    for (const server of this.#servers) server.close();
  }

  #listen(host: string, port: number, to: ForwardStatus['to']): Promise<net.Server> {
    return new Promise((resolve, reject) => {
      const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (outside) => {
        const inside = net.connect({ path: this.#hop, allowHalfOpen: true });
        inside.write(`${to.address} ${to.port}\n`);
        join(outside, inside);
      });
      server.once('error', (cause: NodeJS.ErrnoException) => {
        const why = cause.code === 'EADDRINUSE' ? 'another program listens there' : (cause.code ?? cause.message);
        reject(fail('LabForwardPortInUse', `port ${port} of ${host} cannot be taken: ${why}`, { cause }));
      });
      server.listen({ host, port, ipv6Only: host === '::1' }, () => resolve(server));
    });
  }
}
