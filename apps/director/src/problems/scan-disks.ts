import { hasDisk } from '../deploy/has-disk.js';
import type { Scope } from '../engine/scope.js';
import type { DiskRow, InstanceRow } from '../persistence/rows/index.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import type { ScannedVms } from './scan-vms.js';
import type { Finding } from './store-findings.js';

/** Compares the instances' persistent disks with what the CPI has, and with what the agents have mounted. */
export async function scanDisks(scope: Scope, instances: readonly InstanceRow[], mounted: ScannedVms['mounted']): Promise<Finding[]> {
  const watched = instances.filter(({ ignore }) => !ignore).map(({ id }) => id);
  const disks = await scope.collaborators.store.read.disks.ofInstances(watched);
  const stage = scope.task.events.stage(`Scanning ${disks.length} persistent disks`, 2);
  const findings = new Map<number, Finding>();
  await stage.task('Looking for inactive disks', () =>
    inFlight(disks, maxThreads, scope.task, async (disk) => {
      const finding = await judge(scope, disk, mounted);
      if (finding !== undefined) findings.set(disk.id, finding);
    }),
  );
  const found = disks.flatMap(({ id }) => findings.get(id) ?? []);
  const count = (wanted: Finding['type']): number => found.filter(({ type }) => type === wanted).length;
  const parts = [
    `${disks.length - found.length} OK`,
    `${count('missing_disk')} missing`,
    `${count('inactive_disk')} inactive`,
    `${count('mount_info_mismatch')} mount-info mismatch`,
  ];
  await stage.task(parts.join(', '), async () => undefined);
  return found;
}

async function judge(scope: Scope, disk: DiskRow, mounted: ScannedVms['mounted']): Promise<Finding | undefined> {
  const { id: resourceId, cid, active, instanceId } = disk;
  if (!(await hasDisk(scope, disk))) return { type: 'missing_disk', resourceId, data: {} };
  if (!active) return { type: 'inactive_disk', resourceId, data: {} };
  const own = mounted.get(instanceId);
  if (own === undefined) return undefined;
  const owners = [...mounted.values()].filter(({ disks }) => disks.includes(cid)).map((vm) => vm.cid);
  if (owners.length === 1 && owners[0] === own.cid) return undefined;
  return { type: 'mount_info_mismatch', resourceId, data: { owner_vms: owners } };
}
