import { isJsonObject, type JsonObject } from '@bosh6/base';
import { formatEndpoint, IpAddress, IpPrefix } from '@bosh6/ip';
import type { DirectorConfig } from '../core/config.js';

type Networks = Readonly<Record<string, JsonObject>>;

/** The Director's endpoints that a VM with these networks can use, the ones on its own links first, then by its default route. */
export function reachableEndpoints(config: Pick<DirectorConfig, 'endpoints'>, networks: Networks): DirectorConfig['endpoints'] {
  const links = Object.values(networks).filter(isJsonObject).map(linkOf);
  const dynamic = Object.values(networks).some((settings) => settings.type === 'dynamic');
  return config.endpoints
    .map((endpoint) => {
      const address = IpAddress.parse(endpoint.address);
      const same = links.filter((link) => link?.prefix.family === endpoint.family);
      const rank = same.some((link) => link?.prefix.contains(address)) ? 2 : same.some((link) => link?.gateway) ? 1 : 0;
      return { endpoint, rank, usable: same.length > 0 || dynamic };
    })
    .filter(({ usable }) => usable)
    .sort((a, b) => b.rank - a.rank)
    .map(({ endpoint }) => endpoint);
}

/** Where agents of such VMs find the bus: `nats://10.0.9.151:4222`. */
export function busUrls(config: Pick<DirectorConfig, 'endpoints' | 'bus'>, networks: Networks): string[] {
  const { bus } = config;
  if ('natsServer' in bus) {
    const usable = bus.natsServer.servers.filter(({ host }) => mayReach(host, networks));
    return usable.map(({ host, port }) => `nats://${formatEndpoint(host, port)}`);
  }
  return reachableEndpoints(config, networks).map(({ address }) => `nats://${formatEndpoint(address, bus.embedded.port)}`);
}

/** A name may have addresses of any family. */
function mayReach(host: string, networks: Networks): boolean {
  const address = IpAddress.tryParse(host);
  const families = Object.values(networks).map((settings) => (isJsonObject(settings) ? linkOf(settings)?.prefix.family : undefined));
  const dynamic = Object.values(networks).some((settings) => settings.type === 'dynamic');
  return address === undefined || dynamic || families.includes(address.family);
}

/** Family of the blob URLs given to such VMs. */
export function blobFamily(config: Pick<DirectorConfig, 'endpoints'>, networks: Networks): 4 | 6 {
  return reachableEndpoints(config, networks)[0]?.family ?? config.endpoints[0]?.family ?? 4;
}

function linkOf(settings: JsonObject): { prefix: IpPrefix; gateway: boolean } | undefined {
  if (typeof settings.ip !== 'string' || typeof settings.netmask !== 'string') return undefined;
  const prefix = IpPrefix.fromNetmask(IpAddress.parse(settings.ip), settings.netmask);
  return { prefix, gateway: Array.isArray(settings.default) && settings.default.includes('gateway') };
}
