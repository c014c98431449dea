import { fail } from '../errors.js';
import type { InstanceGroup } from './manifest.js';

/** A group of the past becomes one group, and is itself no longer there (formats reference 3.4, `migrated_from`); its own name a group may list. */
export function checkMigrations(groups: readonly InstanceGroup[]): void {
  const present = new Set(groups.map(({ name }) => name));
  const takers = new Map<string, string>();
  for (const group of groups) {
    for (const { name, pointer } of group.migratedFrom) {
      const where = { where: { pointer: `${pointer}/name` } };
      if (name !== group.name && present.has(name))
        throw fail(
          'MigratedFromPresentGroup',
          `instance group '${group.name}' migrates from '${name}', which the manifest still has`,
          where,
        );
      const taker = takers.get(name) ?? group.name;
      if (taker !== group.name)
        throw fail('MigratedFromTaken', `instance groups '${taker}' and '${group.name}' both migrate from '${name}'`, where);
      takers.set(name, group.name);
    }
  }
}
