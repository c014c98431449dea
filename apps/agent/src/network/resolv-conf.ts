import { IpAddress } from '@bosh6/ip';

/** On no interface but loopback, and nobody's habit: 127.0.0.1 is that of jobs with a DNS server, 127.0.0.53 systemd-resolved's, 169.254.0.2 bosh-dns's (ADR 20). */
export const resolverAddress = '127.6.0.53';
/** Whom the C library asks where resolv.conf(5) names nobody. */
const usual = '127.0.0.1';
const nameserver = /^[ \t]*nameserver[ \t]+(\S+).*\n?/gm;

/**
 * The text of /etc/resolv.conf: the agent's resolver, where there is one, then the settings' servers, which are asked too while the agent restarts. Without servers of
 * the settings, a file that names others, a DHCP client's say, stays as it is. `upstream` is whom the resolver may ask.
 */
export function resolvConf(before: string, servers: readonly string[], hasResolver: boolean): { text: string; upstream: string[] } {
  const others = (servers.length > 0 ? servers : namedIn(before)).filter((text) => !isSame(text, resolverAddress));
  if (servers.length === 0 && others.some((text) => !isSame(text, usual))) return { text: before, upstream: others.filter(isAddress) };
  const upstream = others.length > 0 ? others : [usual];
  const named = hasResolver ? [resolverAddress, ...upstream] : others;
  const rest = servers.length > 0 ? '' : before.replaceAll(nameserver, '');
  return { text: named.map((text) => `nameserver ${text}\n`).join('') + rest, upstream: upstream.filter(isAddress) };
}

function namedIn(text: string): string[] {
  return [...text.matchAll(nameserver)].map(([, server]) => server ?? '');
}

// Whoever takes a name for a server would have to look that up first.
const isAddress = (text: string): boolean => IpAddress.tryParse(text) !== undefined;

function isSame(one: string, other: string): boolean {
  const [a, b] = [IpAddress.tryParse(one), IpAddress.tryParse(other)];
  return a !== undefined && b !== undefined && a.equals(b);
}
