import type { Networks } from '@bosh6/agent-protocol';
import { IpAddress } from '@bosh6/ip';

/** The name servers of the only network, in its order; of several those of all whose default says dns, else of the first that has any. The families take turns, for a resolver asks the first three
 * only, and each family must have a server among them. */
export function nameServers(networks: Networks): string[] {
  const real = Object.values(networks).filter((network) => network.type !== 'vip');
  if (real.length === 1) return real[0]?.dns ?? [];
  const told = real.filter((each) => each.dns?.length);
  const chosen = told.filter((each) => each.default?.includes('dns'));
  return inTurns((chosen.length > 0 ? chosen : told.slice(0, 1)).flatMap(({ dns }) => dns ?? []));
}

/** Each once; the first stays the first. */
function inTurns(servers: readonly string[]): string[] {
  const once = new Map(servers.map((text) => [IpAddress.tryParse(text)?.toString() ?? text, text]));
  const all = [...once.values()];
  const [first, second] = [all.filter((text) => isIpv6(text) === isIpv6(all[0])), all.filter((text) => isIpv6(text) !== isIpv6(all[0]))];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) => [first[index], second[index]])
    .flat()
    .filter((text) => text !== undefined);
}

function isIpv6(text: string | undefined): boolean {
  return IpAddress.tryParse(text ?? '')?.family === 6;
}
