import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Log } from '../core/log.js';
import type { MetricsConfig } from '../core/metrics-config.js';
import { readConfigured } from '../core/read-configured.js';

export interface MetricsServer {
  /** The one that was really taken. */
  readonly port: number;
  close(): Promise<void>;
}

/** Answers a GET of each of these paths on a listener of its own. */
export async function serveMetrics(
  config: MetricsConfig,
  log: Log,
  answers: ReadonlyMap<string, () => Promise<string>>,
): Promise<MetricsServer> {
  const answer: RequestListener = ({ method, url }, response) => {
    const collect = method === 'GET' ? answers.get(url ?? '') : undefined;
    if (collect === undefined) return void response.writeHead(404).end();
    collect().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      (err: unknown) => {
        log.warn({ err }, 'metrics could not be collected');
        response.writeHead(500).end();
      },
    );
  };
  const server = config.tls === undefined ? createServer(answer) : createTlsServer(await certificates(config.tls), answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.listen, resolve);
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

async function certificates({ certificate, privateKey, ca }: NonNullable<MetricsConfig['tls']>) {
  const files = Object.entries({ certificate, privateKey, ca });
  const [cert, key, trusted] = await Promise.all(files.map(([name, file]) => readConfigured(file, `/metrics/tls/${name}`)));
  return { cert, key, ca: trusted, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;
}
