import { formatEndpoint } from '@bosh6/ip';
import type { DirectorConfig } from '../core/config.js';

/** Where a client that sent this Host header reaches the Director: the header's own name when it is one of ours, else our first. */
export function publicOrigin(config: Pick<DirectorConfig, 'name' | 'names' | 'endpoints' | 'port'>, host: string | undefined): string {
  const own = new Set([
    config.name,
    ...config.names,
    ...config.endpoints.map((endpoint) => endpoint.address),
    '127.0.0.1',
    '::1',
    'localhost',
  ]);
  const used = splitHost(host);
  if (used !== undefined && own.has(used.host)) return `https://${formatEndpoint(used.host, used.port ?? config.port)}`;
  return `https://${formatEndpoint(config.endpoints[0]?.address ?? config.names[0] ?? 'localhost', config.port)}`;
}

function splitHost(header: string | undefined): { host: string; port: number | undefined } | undefined {
  const match = /^(?:\[(?<six>[0-9A-Fa-f:.]+)\]|(?<name>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(header ?? '');
  if (match === null) return undefined;
  const { six, name, port } = match.groups ?? {};
  return { host: (six ?? name ?? '').toLowerCase(), port: port === undefined ? undefined : Number(port) };
}
