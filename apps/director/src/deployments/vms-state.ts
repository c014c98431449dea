import type { AgentState } from '@bosh6/agent-protocol';
import type { Json } from '@bosh6/base';
import { readAppliedState } from '@bosh6/plan';
import { askVm } from '../deploy/ask-vm.js';
import { fail } from '../deploy/errors.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import type { DiskRow, InstanceRow, ReservationRow, VmRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { addressesOf, holdsAddress, wantedAddress } from './addresses-of.js';
import { vmsPayload } from './payloads.js';

/** As long as the original lets `bosh vms` wait for one agent; less for one whose VM is gone. */
const agentTimeoutMs = 5000;

/** `instances` and `vms` with `format=full`: one result line for each instance (or each with a VM), with what its agent says. */
export function vmsState(tools: DeployTools): TaskHandler {
  return {
    type: 'vms',
    queue: 'urgent',
    run: async (context, payload) => {
      const { deployment: name, kind, ip } = parsePayload(vmsPayload, payload);
      const wanted = wantedAddress(ip);
      const scope = new Scope(tools, context);
      const { store } = tools.collaborators;
      const deployment = await store.read.deployments.find({ name });
      if (deployment === undefined) throw fail('DeploymentNotFound', `there is no deployment '${name}'`);
      const instances = await store.read.instances.all({ deploymentId: deployment.id });
      const ids = instances.map(({ id }) => id);
      const [vms, disks, reservations] = await Promise.all([
        store.read.vms.ofInstances(ids),
        store.read.disks.ofInstances(ids),
        store.read.reservations.ofInstances(ids),
      ]);
      const lines = instances.map(async (instance) => {
        const vm = vms.find(({ instanceId, active }) => instanceId === instance.id && active);
        if (vm === undefined && kind === 'vms') return;
        const own = reservations.filter(({ vmId }) => vm !== undefined && vmId === vm.id);
        if (wanted !== undefined && (vm === undefined || !holdsAddress(addressesOf(own, vm.networks), wanted))) return;
        const state = vm === undefined ? undefined : await ask(scope, vm);
        const kept = disks.filter(({ instanceId, active }) => instanceId === instance.id && active);
        context.result(JSON.stringify(describe(instance, vm, kept, own, state)));
      });
      await Promise.all(lines);
      return '';
    },
  };
}

async function ask(scope: Scope, vm: VmRow): Promise<AgentState | undefined> {
  try {
    const answer = await askVm(scope, vm, ['full'], agentTimeoutMs);
    return answer === 'gone' ? undefined : answer;
  } catch {
    scope.task.throwIfCancelled();
    return undefined;
  }
}

function describe(
  instance: InstanceRow,
  vm: VmRow | undefined,
  disks: readonly DiskRow[],
  reservations: readonly ReservationRow[],
  state: AgentState | undefined,
): Json {
  const stemcell =
    vm === undefined
      ? null
      : {
          name: vm.stemcellName,
          version: vm.stemcellVersion,
          ...(vm.stemcellApiVersion === null ? {} : { api_version: vm.stemcellApiVersion }),
        };
  const applied = readAppliedState(instance.spec);
  const foreign = (state?.foreign_addresses ?? []).map(({ nic, address, kind }) => ({ nic, address, kind }));
  return {
    vm_cid: vm?.cid ?? null,
    active: vm === undefined ? null : vm.active,
    vm_created_at: vm === undefined ? null : new Date(vm.createdAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    cloud_properties: vm?.cloudProperties ?? applied?.cloudProperties ?? null,
    disk_cid: disks[0]?.cid ?? null,
    disk_cids: disks.map(({ cid }) => cid),
    ips: vm === undefined ? [] : addressesOf(reservations, vm.networks),
    agent_id: vm?.agentId ?? null,
    job_name: instance.group,
    index: instance.index,
    job_state: vm === undefined ? null : (state?.job_state ?? 'unresponsive agent'),
    state: instance.state,
    vm_type: applied?.vmType ?? null,
    vitals: (state?.vitals ?? null) as Json,
    processes: (state?.processes ?? []) as Json,
    az: instance.az,
    id: instance.uuid,
    bootstrap: instance.bootstrap,
    ignore: instance.ignore,
    stemcell,
    ...(state?.agent === undefined ? {} : { agent: { version: state.agent.version, features: state.agent.features } }),
    ...(foreign.length === 0 ? {} : { foreign_addresses: foreign }),
  };
}
