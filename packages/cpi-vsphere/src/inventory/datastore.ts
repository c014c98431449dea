import type { Data, PropertyValue, Ref } from '@bosh6/vim25';
import type { PlacementDatastore } from '../placement/inventory.js';

export interface Datastore extends PlacementDatastore {
  ref: Ref<'Datastore'>;
  browser: Ref<'HostDatastoreBrowser'>;
}

/** What a datastore is read with. */
export const datastorePaths = ['name', 'summary', 'host', 'browser'] as const;

export function readDatastore(ref: Ref, properties: Readonly<Record<string, unknown>>): Datastore {
  const summary = properties.summary as Data<'DatastoreSummary'>;
  const mounts = (properties.host ?? []) as PropertyValue<'Datastore', 'host'>;
  return {
    ref: ref as Ref<'Datastore'>,
    browser: properties.browser as Ref<'HostDatastoreBrowser'>,
    name: String(properties.name),
    freeMib: Math.floor(Number(summary.freeSpace) / (1024 * 1024)),
    usable: summary.accessible && (summary.maintenanceMode ?? 'normal') === 'normal',
    hosts: mounts.filter(({ mountInfo }) => mountInfo.mounted !== false && mountInfo.accessible !== false).map(({ key }) => key.value),
  };
}
