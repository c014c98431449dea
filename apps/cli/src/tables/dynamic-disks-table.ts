import type { DynamicDiskEntry } from '@bosh6/director-api/client';
import { sortRows, type Table } from '../output/table.js';
import { binaryBytes } from '../output/values.js';

/** Disks that jobs asked for themselves (as bosh-cli). */
export function dynamicDisksTable(disks: readonly DynamicDiskEntry[]): Table {
  const rows = disks.map(({ name, disk_cid: cid, size, disk_pool_name: pool, deployment, instance, availability_zone: az, cpi }) => [
    name,
    cid ?? '',
    { text: binaryBytes((size ?? 0) * 1024 * 1024), sort: size ?? 0 },
    ...[pool, deployment, instance, az, cpi].map((text) => text ?? ''),
  ]);
  return {
    api: disks,
    content: 'dynamic disks',
    header: ['Name', 'Disk CID', 'Size', 'Disk Pool', 'Deployment', 'Instance', 'AZ', 'CPI'],
    rows: sortRows(rows, [0, -1]),
  };
}
