import type { JsonObject, Where } from '@bosh6/base';
import { type Family, familyBits, IpAddress, IpPrefix } from '@bosh6/ip';
import { fail } from './errors.js';

type Endpoints = readonly { family: Family; address: string }[];

/**
 * Refuses networks by which a VM could reach none of the Director's addresses: on no link with one, and without a default route of its family.
 * Better said before the VM is made than found out by waiting for it. What an IaaS or a router will say is trusted. Throws NoRouteToDirector.
 */
export function checkRoute(networks: Record<string, JsonObject>, endpoints: Endpoints, who: string, where: Where): void {
  const entries = Object.entries(networks);
  const all = entries.map(([, settings]) => settings);
  if (endpoints.length === 0 || endpoints.some((endpoint) => all.some((settings) => reaches(settings, endpoint, all)))) return;
  const missing = endpoints.map(({ family, address }) => `${address}: ${obstacle(entries, family)}`).join('; ');
  throw fail('NoRouteToDirector', `${who} would have no route to the Director at ${missing}`, {
    where,
    hint: `make a network of the Director's family the default for gateway (each family may have one), or put it into the Director's subnet`,
  });
}

function reaches(settings: JsonObject, { family, address }: Endpoints[number], all: readonly JsonObject[]): boolean {
  if (settings.type === 'vip') return false;
  if (settings.type === 'dynamic') return (settings.prefix === '128') === (family === 6);
  const subnet = subnetOf(settings);
  if (subnet?.family !== family) return false;
  const isDefault = Array.isArray(settings.default) && settings.default.includes('gateway') && settings.gateway !== undefined;
  // Of a delegated prefix no address is the machine's own to speak from, nor is its subnet on the link.
  const leadsOut = isDefault || settings.accept_ra === true;
  if (isDelegated(settings)) return leadsOut && all.some((other) => subnetOf(other)?.family === family && !isDelegated(other));
  return leadsOut || subnet.contains(IpAddress.parse(address));
}

function isDelegated(settings: JsonObject): boolean {
  return settings.prefix !== String(familyBits(subnetOf(settings)?.family ?? 4));
}

function obstacle(entries: [string, JsonObject][], family: Family): string {
  const own = entries.filter(([, settings]) => subnetOf(settings)?.family === family);
  if (own.length === 0) return `it has no IPv${family} network`;
  const names = own.map(([name, settings]) => `'${name}' (${subnetOf(settings)})`).join(' and ');
  if (own.every(([, settings]) => isDelegated(settings))) return `no IPv${family} address, for ${names} gives prefixes only`;
  const without = own.every(([, settings]) => settings.gateway === undefined) ? ', and no gateway there' : '';
  return `no IPv${family} default route, for ${names} is not the default for gateway${without}`;
}

function subnetOf(settings: JsonObject): IpPrefix | undefined {
  if (typeof settings.ip !== 'string' || typeof settings.netmask !== 'string') return undefined;
  return IpPrefix.fromNetmask(IpAddress.parse(settings.ip), settings.netmask);
}
