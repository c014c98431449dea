import { IpAddress } from '@bosh6/ip';
import type { SshHost } from './hosts.js';

/** A known_hosts file of these hosts: each address as it was sent, and in the one spelling that ssh looks for (as bosh-cli). */
export function knownHosts(hosts: readonly (SshHost & { readonly others?: readonly string[] })[]): string {
  const lines = hosts.flatMap(({ ip, others = [], hostKey }) => {
    const spellings = new Set([ip, ...others].flatMap((text) => [text, IpAddress.tryParse(text)?.toString() ?? text]));
    return hostKey === '' ? [] : [...spellings].map((spelling) => `${spelling} ${hostKey.trim()}\n`);
  });
  return lines.join('');
}
