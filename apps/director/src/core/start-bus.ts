import { readFile } from 'node:fs/promises';
import { Secret, type World } from '@bosh6/base';
import type { Bus, BusAuthority } from '@bosh6/bus';
import type { PemPair } from '@bosh6/credentials';
import type { DirectorConfig } from './config.js';

export interface StartedBus {
  readonly bus: Bus;
  /** Hears all that is said, what agents tell a health monitor too. */
  readonly authority: BusAuthority & Pick<Bus, 'subscribe'>;
  close(): Promise<void>;
}

/** The bus, and the Director's part in it; certificates are made anew from the bus's CA at every start. */
export async function startBus(config: DirectorConfig, world: World): Promise<StartedBus> {
  const { certificate, privateKey } = config.bus.ca;
  const ca: PemPair = { certificate: await readFile(certificate, 'utf8'), privateKey: new Secret(await readFile(privateKey, 'utf8')) };
  if ('embedded' in config.bus) return startEmbeddedBus(config, config.bus.embedded.port, ca, world);
  const { startNatsServerBus } = await import('./start-nats-server-bus.js');
  return startNatsServerBus(config.bus.natsServer, ca, world, { authorizes: config.roles.includes('worker') });
}

/** The embedded broker, which the Director itself needs no connection to. */
async function startEmbeddedBus(config: DirectorConfig, port: number, ca: PemPair, world: World): Promise<StartedBus> {
  const [{ startBroker }, { serverCommonName }, { issue }] = await Promise.all([
    import('@bosh6/bus/broker'),
    import('@bosh6/bus'),
    import('@bosh6/credentials'),
  ]);
  const ips = [...new Set(['127.0.0.1', '::1', ...config.endpoints.map((endpoint) => endpoint.address)])];
  const san = { dns: [serverCommonName, 'localhost', ...config.names], ips };
  const server = await issue({ ca, commonName: serverCommonName, san, usage: 'server', world });
  const broker = await startBroker({
    listen: config.listen.map((host) => ({ host, port })),
    tls: { ca: ca.certificate, ...server },
    world,
  });
  return { bus: broker, authority: broker, close: () => broker.close() };
}
