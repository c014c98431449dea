import { isJsonObject } from '@bosh6/base';
import type { FsckFinding } from '@bosh6/director-api';
import { checkDynamicDisks } from './check-dynamic-disks.js';
import { type Findings, finding } from './finding.js';
import type { Infrastructure } from './infrastructure.js';
import { isCutOff, isUnfinished, nameOf, type Records } from './records.js';

/** Every disk that the database knows is there, and there is no other. */
export function* checkDisks(records: Records, there: Infrastructure): Findings {
  const { disks, orphanDisks, dynamicDisks, intents, instances } = records;
  for (const { cid, cpi, instanceId } of disks) {
    const { instance, deployment } = nameOf(records, instanceId);
    const isThere = there.disks.has(cid) || there.silent.has(cpi);
    if (!instances.has(instanceId)) {
      const keep = `\`bosh6 orphan-disk ${cid}\``;
      const advice = isThere ? `keep it: ${keep}` : `forget it, for it is lost: ${keep}, then \`bosh6 delete-disk ${cid}\``;
      yield finding('broken', 'disk_stray', cid, 'its instance is not there any more', advice);
      continue;
    }
    if (isThere) continue;
    const advice = `find it in the infrastructure; if it is lost, \`bosh6 -d ${deployment} cloud-check\` forgets it, and the next deploy makes a new one`;
    yield finding('broken', 'disk_missing', cid, `the disk of ${instance} is not there any more`, advice, deployment);
  }
  for (const { cid, cpi, instanceName, deploymentName } of orphanDisks) {
    if (there.disks.has(cid) || there.silent.has(cpi)) continue;
    const problem = `the disk that ${instanceName} had is not there any more`;
    yield finding('broken', 'disk_missing', cid, problem, `forget it: \`bosh6 delete-disk ${cid}\``, deploymentName);
  }
  const known = new Set([...disks, ...orphanDisks, ...dynamicDisks].map(({ cid }) => cid));
  const expected = new Set(intents.flatMap(({ outcome }) => (isJsonObject(outcome) ? [outcome.cid] : [])));
  const severity = isCutOff(records, ['create_disk']) ? 'pending' : 'broken';
  const advice = severity === 'pending' ? 'deploy again: a call that was cut off may have made it, and is undone; else ' : '';
  for (const cid of there.disks) {
    const problem = 'no instance has this disk, and it is no orphan';
    if (!known.has(cid) && !expected.has(cid))
      yield finding(severity, 'disk_unknown', cid, problem, `${advice}delete it by the infrastructure's own means`);
  }
  yield* checkDynamicDisks(records, there);
  yield* checkAttachments(records, there);
}

/** An instance's VM has its disks and no other's. */
function* checkAttachments(records: Records, there: Infrastructure): Findings {
  const { vms, vmsOf, disksOf, dynamicDisks, instances } = records;
  const byCid = new Map(vms.map((vm) => [vm.cid, vm]));
  for (const [cid, attached] of there.vms) {
    const vm = byCid.get(cid);
    const own = vm === undefined ? [] : (disksOf.get(vm.instanceId) ?? []);
    for (const disk of attached ?? []) {
      if (own.some((row) => row.cid === disk) || dynamicDisks.some((row) => row.cid === disk && row.vmCid === cid)) continue;
      const problem = `it is attached to VM ${cid}, whose instance it does not belong to`;
      const advice = "detach it by the infrastructure's own means, or delete that VM";
      yield unless(records, vm?.instanceId, finding('broken', 'disk_misattached', disk, problem, advice));
    }
  }
  for (const { id } of instances.values()) {
    const { instance, deployment } = nameOf(records, id);
    const mine = (disksOf.get(id) ?? []).filter(({ active }) => active);
    if (new Set(mine.map(({ name }) => name)).size < mine.length)
      yield finding('broken', 'disk_twice', instance, 'it has several persistent disks', 'keep one: `bosh6 orphan-disk CID`', deployment);
    const vm = vmsOf.get(id)?.find(({ active }) => active);
    const attached = vm?.cid == null ? undefined : there.vms.get(vm.cid);
    for (const disk of mine) {
      if (attached === undefined || attached.includes(disk.cid)) continue;
      const problem = `it is not attached to VM ${vm?.cid} of ${instance}`;
      const found = finding(
        'broken',
        'disk_detached',
        disk.cid,
        problem,
        `recreate the VM: \`bosh6 -d ${deployment} recreate ${instance}\``,
        deployment,
      );
      yield unless(records, id, found);
    }
  }
}

/** Less bad where the next deploy looks after it anyway. */
function unless(records: Records, instanceId: number | undefined, found: FsckFinding): FsckFinding {
  if (instanceId === undefined || !isUnfinished(records, instanceId)) return found;
  return { ...found, severity: 'pending', advice: `deploy again; else ${found.advice}` };
}
