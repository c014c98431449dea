import { CodedError } from '@bosh6/base';
import { hasPresence } from '@bosh6/bus';
import { vmPower } from '../cpi/vm-power.js';
import { askVm } from '../deploy/ask-vm.js';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { expectsVm } from './expects-vm.js';
import type { Finding } from './store-findings.js';

export interface ScannedVms {
  readonly findings: readonly Finding[];
  /** Disks that the agents which answered have mounted, by instance. */
  readonly mounted: ReadonlyMap<number, { cid: string | null; disks: readonly string[] }>;
}

type Verdict = 'OK' | 'unresponsive' | 'missing' | 'ignored';

/** Asks the agents of these instances, and the CPI about the silent ones. */
export async function scanVms(scope: Scope, deployment: DeploymentRow, instances: readonly InstanceRow[]): Promise<ScannedVms> {
  const { read } = scope.collaborators.store;
  const vms = (await read.vms.ofInstances(instances.map(({ id }) => id))).filter(({ active }) => active);
  const expects = expectsVm(deployment);
  const scanned = instances.filter((instance) => expects(instance) || vms.some(({ instanceId }) => instanceId === instance.id));
  const stage = scope.task.events.stage(`Scanning ${scanned.length} VMs`, 2);
  const verdicts = new Map<number, Verdict>();
  const mounted = new Map<number, { cid: string | null; disks: readonly string[] }>();
  await stage.task('Checking VM states', () =>
    inFlight(scanned, maxThreads, scope.task, async ({ id, ignore }) => {
      const vm = vms.find(({ instanceId }) => instanceId === id);
      const verdict = ignore ? 'ignored' : await judge(scope, vm);
      verdicts.set(id, verdict);
      if (verdict !== 'OK' || vm === undefined) return;
      const disks = await mountedIn(scope, vm);
      if (disks !== undefined) mounted.set(id, { cid: vm.cid, disks });
    }),
  );
  const count = (verdict: Verdict): number => [...verdicts.values()].filter((each) => each === verdict).length;
  const ignored = count('ignored') === 0 ? '' : `, ${count('ignored')} ignored`;
  const summary = `${count('OK')} OK, ${count('unresponsive')} unresponsive, ${count('missing')} missing, 0 unbound${ignored}`;
  await stage.task(summary, async () => undefined);
  const findings = scanned.flatMap(({ id }): Finding[] => {
    const verdict = verdicts.get(id);
    if (verdict !== 'missing' && verdict !== 'unresponsive') return [];
    return [{ type: verdict === 'missing' ? 'missing_vm' : 'unresponsive_agent', resourceId: id, data: {} }];
  });
  return { findings, mounted };
}

async function judge(scope: Scope, vm: VmRow | undefined): Promise<Verdict> {
  if (vm?.cid == null) return 'missing';
  if (isAbsent(scope, vm)) {
    // Nobody waits for an agent whose VM cannot run it.
    const power = await vmPower(scope.cpi(vm.cpi), vm.cid);
    if (power === 'gone') return 'missing';
    if (power === 'off') return 'unresponsive';
  }
  try {
    return (await askVm(scope, vm, [], scope.tools.scanWaitMs)) === 'gone' ? 'missing' : 'OK';
  } catch (error) {
    scope.task.throwIfCancelled();
    // One that answers with a failure is there.
    return CodedError.is(error, 'AgentTimeout') ? 'unresponsive' : 'OK';
  }
}

/** Whether its connection is known to be lost. */
function isAbsent(scope: Scope, { agentId }: VmRow): boolean {
  const { busAuthority } = scope.collaborators;
  return hasPresence(busAuthority) && !busAuthority.isPresent(agentId);
}

async function mountedIn(scope: Scope, vm: VmRow): Promise<readonly string[] | undefined> {
  const { scanWaitMs } = scope.tools;
  try {
    return await scope.agent(vm.agentId).call('list_disk', [], { timeoutMs: scanWaitMs, retries: 0, totalMs: scanWaitMs });
  } catch (error) {
    scope.task.throwIfCancelled();
    scope.task.debug(`what VM ${vm.cid} has mounted is not known: ${String(error)}`);
    return undefined;
  }
}
