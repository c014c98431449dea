import type { PlannedAddress, PlannedRoute, PlannedRule } from './plan.js';

/** The words that `ip` takes; also what a route or rule is compared by, for each is written in one way only. */

export function routeWords({ destination, via, nic, onLink, table, local }: PlannedRoute): string {
  const gateway = via === undefined ? '' : ` via ${via}`;
  return `${local ? 'local ' : ''}${destination}${gateway} dev ${nic} table ${table}${onLink && via !== undefined ? ' onlink' : ''}`;
}

export function ruleWords({ priority, from, to, table, suppressPrefixLength, suppressGroup }: PlannedRule): string {
  const target = to === undefined ? '' : ` to ${to}`;
  const length = suppressPrefixLength === undefined ? '' : ` suppress_prefixlength ${suppressPrefixLength}`;
  const group = suppressGroup === undefined ? '' : ` suppress_ifgroup ${suppressGroup}`;
  return `pref ${priority} from ${from ?? 'all'}${target} lookup ${table}${length}${group}`;
}

/** Without duplicate detection of the kernel's: the agent has asked itself, and the address serves at once. */
export function addressWords({ address, length }: Pick<PlannedAddress, 'address' | 'length'>): string {
  return `${address}/${length}${address.family === 6 ? ' nodad' : length < 31 ? ' brd +' : ''}`;
}
