import { readFile } from 'node:fs/promises';
import { Secret, type World } from '@bosh6/base';
import type { Bus, BusAuthority } from '@bosh6/bus';
import type { PemPair } from '@bosh6/credentials';
import { classify, formatEndpoint, IpAddress } from '@bosh6/ip';
import type { DirectorConfig } from './config.js';

export interface StartedBus {
  readonly bus: Bus;
  /** Hears all that is said, what agents tell a health monitor too, without a connection. */
  readonly authority: BusAuthority & Pick<Bus, 'subscribe'>;
  close(): Promise<void>;
}

/** The bus, and the Director's own connection to it; certificates are made anew from the bus's CA at every start. */
export async function startBus(config: DirectorConfig, world: World): Promise<StartedBus> {
  const { certificate, privateKey } = config.bus.ca;
  const ca: PemPair = { certificate: await readFile(certificate, 'utf8'), privateKey: new Secret(await readFile(privateKey, 'utf8')) };
  if ('embedded' in config.bus) return startEmbeddedBus(config, config.bus.embedded.port, ca, world);
  const { startNatsServerBus } = await import('./start-nats-server-bus.js');
  return startNatsServerBus(config.bus.natsServer, ca, world);
}

async function startEmbeddedBus(config: DirectorConfig, port: number, ca: PemPair, world: World): Promise<StartedBus> {
  const [{ startBroker }, { connectBus, directorDn, serverCommonName }, { issue }] = await Promise.all([
    import('@bosh6/bus/broker'),
    import('@bosh6/bus'),
    import('@bosh6/credentials'),
  ]);
  const ips = [...new Set(['127.0.0.1', '::1', ...config.endpoints.map((endpoint) => endpoint.address)])];
  const [server, own] = await Promise.all([
    issue({
      ca,
      commonName: serverCommonName,
      san: { dns: [serverCommonName, 'localhost', ...config.names], ips },
      usage: 'server',
      world,
    }),
    issue({ ca, dn: directorDn, usage: 'client', world }),
  ]);
  const broker = await startBroker({
    listen: config.listen.map((host) => ({ host, port })),
    tls: { ca: ca.certificate, ...server },
    world,
  });
  const servers = broker.endpoints.flatMap((at) => reachable(at.host).map((host) => `nats://${formatEndpoint(host, at.port)}`));
  try {
    const bus = await connectBus({ servers, tls: { ca: ca.certificate, ...own }, name: 'director', failFast: true });
    const close = async (): Promise<void> => {
      await bus.close();
      await broker.close();
    };
    return { bus, authority: broker, close };
  } catch (error) {
    await broker.close();
    throw error;
  }
}

/** Where we reach a listener of our own: one on all addresses by the loopback ones. */
function reachable(host: string): string[] {
  const address = IpAddress.tryParse(host);
  if (address === undefined || classify(address).kind !== 'unspecified') return [host];
  return address.family === 6 ? ['::1', '127.0.0.1'] : ['127.0.0.1'];
}
