import type { JsonObject } from '@bosh6/base';
import { type Family, familyBits, IpAddress } from '@bosh6/ip';

/**
 * An instance's address of each family: on the network that is `addressable`, else the one with the family's default route, else the first. Vips are on
 * none of its interfaces, and a delegated prefix is no address.
 */
export function familyAddresses(networks: Readonly<Record<string, JsonObject>>): { ipv4?: string; ipv6?: string } {
  const own = Object.values(networks).flatMap((settings) => {
    const address = settings.type !== 'vip' && typeof settings.ip === 'string' ? IpAddress.tryParse(settings.ip) : undefined;
    const length = settings.prefix === undefined || settings.prefix === '' ? undefined : Number(settings.prefix);
    if (address === undefined || (length !== undefined && length !== familyBits(address.family))) return [];
    return [{ address, defaults: Array.isArray(settings.default) ? settings.default : [] }];
  });
  const of = (family: Family): string | undefined => {
    const fitting = own.filter(({ address }) => address.family === family);
    const on = (wish: string) => fitting.find(({ defaults }) => defaults.includes(wish));
    return (on('addressable') ?? on('gateway') ?? fitting[0])?.address.toString();
  };
  const [ipv4, ipv6] = [of(4), of(6)];
  return { ...(ipv4 === undefined ? {} : { ipv4 }), ...(ipv6 === undefined ? {} : { ipv6 }) };
}
