import { formatEndpoint, IpAddress } from '@bosh6/ip';
import type { DirectorConfig } from '../core/config.js';

/**
 * Where a client that sent this Host header reaches the Director: the header's own name or address when it is one of ours, however spelled,
 * else our first.
 */
export function publicOrigin(config: Pick<DirectorConfig, 'name' | 'names' | 'endpoints' | 'port'>, host: string | undefined): string {
  const addresses = [...config.endpoints.map((endpoint) => endpoint.address), '127.0.0.1', '::1'];
  const own = new Set([config.name.toLowerCase(), ...config.names, ...addresses, 'localhost']);
  const used = splitHost(host);
  if (used !== undefined && own.has(used.host)) return `https://${formatEndpoint(used.host, used.port ?? config.port)}`;
  return `https://${formatEndpoint(config.endpoints[0]?.address ?? config.names[0] ?? 'localhost', config.port)}`;
}

/** Addresses come back as RFC 5952 writes them, names in lower case. */
function splitHost(header: string | undefined): { host: string; port: number | undefined } | undefined {
  const match = /^(?:\[(?<six>[0-9A-Fa-f:.]+)\]|(?<name>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(header ?? '');
  if (match === null) return undefined;
  const { six, name, port } = match.groups ?? {};
  const text = (six ?? name ?? '').toLowerCase();
  return { host: IpAddress.tryParse(text)?.toString() ?? text, port: port === undefined ? undefined : Number(port) };
}
