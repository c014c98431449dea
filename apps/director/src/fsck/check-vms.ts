import { isJsonObject } from '@bosh6/base';
import { type Findings, finding } from './finding.js';
import type { Infrastructure } from './infrastructure.js';
import { isCutOff, isUnfinished, nameOf, type Records } from './records.js';

/** Every VM that the database knows is there, and there is no other; an instance has one at most, and beside it one that waits. */
export function* checkVms(records: Records, there: Infrastructure): Findings {
  const { vms, vmsOf, orphanedVms, instances, intents } = records;
  const known = new Set([...vms, ...orphanedVms].map(({ cid }) => cid));
  // An intent that is open knows its VM: the Director deletes it.
  const expected = new Set(intents.flatMap(({ outcome }) => (isJsonObject(outcome) ? [outcome.cid] : [])));
  for (const { cid, cpi, instanceId } of vms) {
    const { instance, deployment } = nameOf(records, instanceId);
    if (!instances.has(instanceId))
      yield finding('broken', 'vm_stray', cid ?? instance, 'its instance is not there any more', deleteVm(cid), deployment);
    if (cid === null || there.vms.has(cid) || there.silent.has(cpi) || expected.has(cid)) continue;
    const advice = `have it made again: \`bosh6 -d ${deployment} deploy --fix\``;
    yield finding('broken', 'vm_missing', cid, `the VM of ${instance} is not there any more`, advice, deployment);
  }
  for (const { cid, cpi, instanceName, deploymentName } of orphanedVms) {
    if (there.vms.has(cid) || there.silent.has(cpi)) continue;
    const problem = `the VM that ${instanceName} had is not there any more`;
    yield finding(
      'pending',
      'vm_missing',
      cid,
      problem,
      'the Director forgets it, and frees its addresses, within minutes',
      deploymentName,
    );
  }
  const severity = isCutOff(records, ['create_vm', 'create_compilation_vm']) ? 'pending' : 'broken';
  const advice = severity === 'pending' ? 'deploy again: a call that was cut off may have made it, and is undone; else ' : '';
  for (const cid of there.vms.keys()) {
    if (!known.has(cid) && !expected.has(cid))
      yield finding(severity, 'vm_unknown', cid, 'no instance has this VM', `${advice}${deleteVm(cid)}`);
  }
  for (const { id } of instances.values()) {
    const mine = vmsOf.get(id) ?? [];
    const { instance, deployment } = nameOf(records, id);
    if (mine.filter(({ active }) => active).length > 1)
      yield finding('broken', 'vm_twice', instance, 'it has several VMs', 'delete all but one: `bosh6 delete-vm CID`', deployment);
    if (mine.some(({ active }) => !active) && !isUnfinished(records, id)) {
      const problem = 'a VM that was to take over from the present one still waits';
      yield finding('pending', 'vm_waits', instance, problem, 'deploy again: it is used or deleted', deployment);
    }
  }
}

const deleteVm = (cid: string | null): string => `delete it: \`bosh6 delete-vm ${cid ?? 'CID'}\``;
