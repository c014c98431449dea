import { IpAddress, IpPrefix, parseEndpoint } from '@bosh6/ip';
import type { Target } from '../target.js';

/**
 * Whether `NO_PROXY` names the Director: `*`, an address, a prefix (`2001:db8::/32`), a name with all below it, or with a dot in front only those;
 * each may have a port. Addresses count as numbers, whatever their spelling.
 */
export function bypasses({ host, port }: Pick<Target, 'host' | 'port'>, noProxy: string): boolean {
  const address = IpAddress.tryParse(host);
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || (address === undefined ? namesHost(entry, host, port) : coversAddress(entry, address, port)));
}

function coversAddress(entry: string, address: IpAddress, port: number): boolean {
  if (entry.includes('/')) return IpPrefix.tryParse(entry)?.contains(address) ?? false;
  const named = endpointOf(entry, port);
  return named?.port === port && IpAddress.tryParse(named.host)?.equals(address.withoutZone()) === true;
}

function namesHost(entry: string, host: string, port: number): boolean {
  const named = endpointOf(entry.toLowerCase().replace(/^\*\./, '.'), port);
  if (named?.port !== port) return false;
  const name = host.toLowerCase();
  return named.host.startsWith('.') ? name.endsWith(named.host) : name === named.host || name.endsWith(`.${named.host}`);
}

/** Undefined for what is none: such entries name nobody. */
function endpointOf(entry: string, port: number): { host: string; port: number } | undefined {
  try {
    return parseEndpoint(entry, port);
  } catch {
    return undefined;
  }
}
