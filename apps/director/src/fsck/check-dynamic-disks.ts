import { type Findings, finding } from './finding.js';
import type { Infrastructure } from './infrastructure.js';
import { isUnfinished, type Records } from './records.js';

/** Every dynamic disk is there, of a deployment, and attached to the VM that has it. */
export function* checkDynamicDisks(records: Records, there: Infrastructure): Findings {
  const { deployments, dynamicDisks } = records;
  for (const { name, cid, cpi, deploymentId, instanceId, vmCid, hint } of dynamicDisks) {
    const deployment = deployments.find(({ id }) => id === deploymentId)?.name ?? null;
    const what = `dynamic disk '${name}'`;
    if (deployment === null)
      yield finding('broken', 'disk_stray', cid, `the deployment of ${what} is not there any more`, `DELETE /dynamic_disks/${name}`);
    if (there.silent.has(cpi)) continue;
    if (!there.disks.has(cid)) {
      const advice = `find it in the infrastructure; if it is lost, detach it and DELETE /dynamic_disks/${name}`;
      yield finding('broken', 'disk_missing', cid, `${what} is not there any more`, advice, deployment);
      continue;
    }
    const attached = vmCid === null ? undefined : there.vms.get(vmCid);
    if (attached === undefined || attached.includes(cid)) continue;
    // one without a hint was just being attached or detached
    const isPending = hint === null || (instanceId !== null && isUnfinished(records, instanceId));
    const advice = `attach it again: POST /dynamic_disks/${name}/detach, then .../attach`;
    yield finding(isPending ? 'pending' : 'broken', 'disk_detached', cid, `${what} is not attached to VM ${vmCid}`, advice, deployment);
  }
}
