import type { JsonObject } from '@bosh6/base';
import { IpAddress } from '@bosh6/ip';
import type { PlacedInstance } from './placement.js';

/** What the IaaS chose for a VM: address, netmask and gateway of an entry of its networks. */
const chosen = ['ip', 'netmask', 'gateway'] as const;

/**
 * An instance with what is known of its dynamic networks from the VM that it has (or just got): the settings, and the addresses that templates and
 * links show. Without dynamic networks, or before there is a VM, the instance as it was placed.
 */
export function withObserved<I extends Pick<PlacedInstance, 'networks' | 'ip' | 'defaultNetwork' | 'ipv4' | 'ipv6'>>(
  instance: I,
  actual: Readonly<Record<string, JsonObject>> | undefined,
): I {
  if (actual === undefined || !Object.values(instance.networks).some(({ type }) => type === 'dynamic')) return instance;
  const networks = Object.fromEntries(Object.entries(instance.networks).map(([name, settings]) => [name, observe(settings, actual[name])]));
  const own = Object.entries(networks).filter(([, settings]) => settings.type === 'dynamic' && typeof settings.ip === 'string');
  const first = (family: 4 | 6): string | undefined =>
    own.map(([, { ip }]) => String(ip)).find((ip) => IpAddress.parse(ip).family === family);
  const ip = own.find(([name]) => name === instance.defaultNetwork)?.[1].ip ?? instance.ip;
  const [ipv4, ipv6] = [instance.ipv4 ?? first(4), instance.ipv6 ?? first(6)];
  return { ...instance, networks, ip: String(ip), ...(ipv4 === undefined ? {} : { ipv4 }), ...(ipv6 === undefined ? {} : { ipv6 }) };
}

function observe(settings: JsonObject, actual: JsonObject | undefined): JsonObject {
  if (settings.type !== 'dynamic' || actual?.type !== 'dynamic') return settings;
  const known = chosen.flatMap((key) => (typeof actual[key] === 'string' && actual[key] !== '' ? [[key, actual[key]]] : []));
  return { ...settings, ...Object.fromEntries(known) };
}
