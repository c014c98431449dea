import { allocationRows } from './allocation.test.support.js';
import { cloudConfigRows } from './cloud-config.test.support.js';
import { groupRows } from './group.test.support.js';
import { redeployRows } from './redeploy.test.support.js';
import { redeployZonesRows } from './redeploy-zones.test.support.js';
import type { Row } from './scenario.test.support.js';
import { vipRows } from './vip.test.support.js';

/** The five tables of the networking reference, 4.2. */
export const tables: Readonly<Record<string, readonly Row[]>> = {
  'A cloud config': cloudConfigRows,
  'B instance group': groupRows,
  'C allocation': allocationRows,
  'D redeploy': [...redeployRows, ...redeployZonesRows].sort((x, y) => x.number - y.number),
  'E vip and nic_group': vipRows,
};

/** Rows in which ours may differ from BOSH. */
export const mayDiffer: ReadonlySet<number> = new Set([8, 9, 11, 12, 13, 14, 17, 20, 24, 38, 39, 52, 57, 75, 76, 90, 98, 114, 115, 129]);
