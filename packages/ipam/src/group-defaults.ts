import { fail } from './errors.js';
import { asArray, child, type Node } from './fields.js';
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

/** Checks 5 to 8; gives a single network both of dns and gateway. */
export function checkDefaults(entries: Pick<GroupNetwork, 'network' | 'default' | 'pointer'>[], pointer: string): void {
  for (const entry of entries) {
    entry.default.forEach((value, index) => {
      if (isDefault(value)) return;
      const where = { pointer: child(child(entry.pointer, 'default'), index) };
      throw fail('DefaultInvalid', `a network cannot be the default for '${String(value)}'`, { where });
    });
  }
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    only.default = ['dns', 'gateway'];
    return;
  }
  for (const property of ALL) {
    const second = entries.filter((entry) => entry.default.includes(property))[1];
    if (second === undefined) continue;
    const where = { pointer: child(second.pointer, 'default') };
    throw fail('DefaultTwice', `more than one network is the default for '${property}'`, { where });
  }
  const missing = ALL.filter((property) => property !== 'addressable' && !entries.some((entry) => entry.default.includes(property)));
  if (missing.length > 0) throw fail('DefaultMissing', `no network is the default for ${missing.join(', ')}`, { where: { pointer } });
}
