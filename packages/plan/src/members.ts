import type { InstanceGroup } from '@bosh6/formats';
import { fail } from './errors.js';
import type { InstanceSnapshot } from './snapshot.js';

/**
 * The instances that a group has: its own and those of the groups whose place it takes (formats reference 3.4, `migrated_from`). One that was made without an AZ is in
 * the one that `migrated_from` says. Throws 190018 when the group has AZs and that says none, or when it says another one than theirs.
 */
export function membersOf(group: InstanceGroup, instances: readonly InstanceSnapshot[]): InstanceSnapshot[] {
  const from = new Map(group.migratedFrom.map((each) => [each.name, each]));
  return instances.flatMap((instance): InstanceSnapshot[] => {
    const migration = from.get(instance.group);
    if (migration === undefined) return instance.group === group.name ? [instance] : [];
    const { az, pointer } = migration;
    const who = `instance ${instance.group}/${instance.uuid}`;
    if (instance.az === undefined && az === undefined && group.azs !== undefined) {
      throw fail('MigratedFromNoAz', `${who} has no AZ, but instance group '${group.name}' has`, { where: { pointer } });
    }
    if (instance.az !== undefined && az !== undefined && instance.az !== az) {
      throw fail('MigratedFromOtherAz', `${who} is in AZ '${instance.az}', not in '${az}'`, { where: { pointer: `${pointer}/az` } });
    }
    return [instance.az === undefined && az !== undefined ? { ...instance, az } : instance];
  });
}
