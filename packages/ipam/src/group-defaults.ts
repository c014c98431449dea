import type { Family } from '@bosh6/ip';
import { fail } from './errors.js';
import { networkFamilies } from './families.js';
import { asArray, child, type Node, shown } from './fields.js';
import type { GroupNetwork, NetworkDefault } from './network.js';

const ALL: readonly NetworkDefault[] = ['dns', 'gateway', 'addressable'];

function isDefault(value: unknown): value is NetworkDefault {
  return ALL.includes(value as NetworkDefault);
}

/** Reads `default` of one network. Values are checked later, as in BOSH, so they may be wrong still. */
export function readDefaults(node: Node): NetworkDefault[] {
  const value = node.value.default;
  return value === undefined ? [] : (asArray(value, child(node.pointer, 'default')) as NetworkDefault[]);
}

type Entry = Pick<GroupNetwork, 'network' | 'default' | 'pointer'>;

/**
 * Checks 5 to 8. A single network becomes the default for dns and gateway. `gateway` may be said once a family (BOSH: once); where nobody says
 * anything and each family is on one network only, every network is the gateway of its families.
 */
export function checkDefaults(entries: Entry[], pointer: string, azs: readonly string[] | undefined): void {
  for (const entry of entries) {
    entry.default.forEach((value, index) => {
      if (isDefault(value)) return;
      const where = { pointer: child(child(entry.pointer, 'default'), index) };
      throw fail('DefaultInvalid', `network '${entry.network.name}' cannot be the default for ${shown(value)}`, { where });
    });
  }
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    only.default = ['dns', 'gateway'];
    return;
  }
  const familiesOf = (entry: Entry): Family[] => networkFamilies(entry.network, azs);
  for (const property of ['dns', 'addressable'] as const) {
    checkOnce(
      entries.filter((entry) => entry.default.includes(property)),
      `'${property}'`,
    );
  }
  for (const family of [4, 6] as const) {
    checkOnce(
      entries.filter((entry) => entry.default.includes('gateway') && familiesOf(entry).includes(family)),
      `'gateway' of IPv${family}`,
    );
  }
  const real = entries.filter((entry) => entry.network.type !== 'vip');
  const families = real.flatMap(familiesOf);
  if (entries.every((entry) => entry.default.length === 0) && new Set(families).size === families.length) {
    for (const entry of real) entry.default.push('gateway');
    (real.find(hasServers) ?? real[0])?.default.push('dns');
  }
  const missing = (['dns', 'gateway'] as const).filter((property) => !entries.some((entry) => entry.default.includes(property)));
  if (missing.length > 0) {
    throw fail('DefaultMissing', `none of the networks ${namesOf(entries)} is the default for ${missing.join(', ')}`, {
      where: { pointer },
    });
  }
}

function checkOnce(entries: readonly Entry[], what: string): void {
  const second = entries[1];
  if (second === undefined) return;
  throw fail('DefaultTwice', `more than one network is the default for ${what}: ${namesOf(entries)}`, {
    where: { pointer: child(second.pointer, 'default') },
  });
}

function namesOf(entries: readonly Entry[]): string {
  return entries.map(({ network }) => `'${network.name}'`).join(', ');
}

function hasServers({ network }: Entry): boolean {
  return network.type !== 'vip' && network.subnets.some(({ dns }) => dns !== undefined && dns.length > 0);
}
