import { CodedError, type Json, type JsonObject } from '@bosh6/base';
import type { AgentId, CreatedVm, DiskCid, StemcellCid } from '@bosh6/cpi-protocol';
import type { DesiredStemcell } from '@bosh6/plan';
import { takeBack } from '../cpi/take-back.js';
import { type Intent, openIntent, outcomeOf } from '../engine/intents.js';
import type { Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { Repositories } from '../persistence/store.js';
import { deleteVmByCid, type Owner } from './delete-vm.js';
import { fail } from './errors.js';
import { untoldCerts, updateSettings } from './update-settings.js';
import { vmEnv } from './vm-env.js';
import { waitForAgent } from './wait-for-agent.js';

const maxTries = 5;
/** Before the second try; twice as long before each further one. */
const firstPauseMs = 500;

export interface NewVm {
  /** For people: `nginx/<uuid> (0)`, `compilation nginx/...`. */
  title: string;
  kind: 'create_vm' | 'create_compilation_vm';
  deployment: string;
  group: string;
  stemcell: DesiredStemcell;
  cloudProperties: JsonObject;
  networks: Record<string, JsonObject>;
  env: JsonObject;
  diskCids: string[];
  metadata: JsonObject;
  tags?: Record<string, string>;
  /** Whose addresses are free once the VM is gone, also when a later task deletes it; those of an instance stay its own. */
  addressOwner?: string;
}

export interface LiveVm {
  cid: string;
  agentId: string;
  cpi: string;
  stemcell: DesiredStemcell;
  networks: Record<string, JsonObject>;
  intent: Intent;
}

/**
 * Creates a VM, waits until its agent answers, and tells that what to trust. The agent may use the bus before the VM exists; the intent is stored before the CPI is
 * called; `record` stores the VM in the transaction that closes it. A VM that fails afterwards is deleted, and the error says what it knew.
 */
export async function createVm(scope: Scope, vm: NewVm, record: (tx: Repositories, live: LiveVm) => Promise<void>): Promise<LiveVm> {
  const { busAuthority, store } = scope.collaborators;
  const agentId = await scope.newAgents.take();
  let live: LiveVm;
  const owner = { deployment: vm.deployment, instance: String(vm.metadata.name ?? '') };
  const facts = { action: 'create', objectType: 'vm', ...owner };
  try {
    live = await recordAround(scope, facts, async (learn) => {
      const made = await callCpi(scope, vm, agentId);
      learn({ objectName: made.cid });
      return made;
    });
  } catch (error) {
    // Why there is no VM is what counts.
    await busAuthority
      .revoke(agentId)
      .catch((cause: unknown) => scope.task.debug(`agent ${agentId} could not be shut out: ${String(cause)}`));
    throw error;
  }
  try {
    await store.write(async (tx) => {
      await record(tx, live);
      // A compilation VM has no row: its intent stays open, with the cid, until it is deleted.
      if (vm.kind === 'create_vm') await live.intent.settle(tx, 'done', { cid: live.cid });
      else await tx.intents.update({ requestId: live.intent.requestId }, { outcome: { cid: live.cid } });
    });
    await scope.cpi(live.cpi).tell('setVmMetadata', live.cid, vm.metadata);
    await waitForAgent(scope, live, vm.title);
    await updateSettings(scope, { agentId: live.agentId, trustedCerts: untoldCerts(scope) });
    return live;
  } catch (error) {
    await deleteUseless(scope, live, owner, error);
    throw error;
  }
}

/** Deletes a VM that is of no use. Its intent stays as it is when that fails: one that is open is tried again by a later task. */
async function deleteUseless(scope: Scope, live: LiveVm, owner: Owner, why: unknown): Promise<void> {
  try {
    await deleteVmByCid(scope, live, owner);
    const outcome = { cid: live.cid, deleted: true, why: outcomeOf(why) };
    await scope.collaborators.store.write((tx) => live.intent.settle(tx, 'failed', outcome));
  } catch (error) {
    scope.task.debug(`VM ${live.cid} could not be deleted: ${String(error)}`);
  }
}

async function callCpi(scope: Scope, vm: NewVm, agentId: string): Promise<LiveVm> {
  const { store, world } = scope.collaborators;
  const cpi = scope.cpi(vm.stemcell.cpi);
  const env = await vmEnv(scope, { ...vm, agentId });
  const { title, deployment, addressOwner } = vm;
  const held = addressOwner === undefined ? {} : { addressOwner };
  const payload = { cpi: cpi.name, agentId, stemcellCid: vm.stemcell.cid, deployment, title, ...held };
  let intent: Intent | undefined;
  for (let attempt = 1; ; attempt += 1) {
    scope.task.throwIfCancelled();
    intent ??= await openIntent(scope, vm.kind, cpi.newRequestId(), payload);
    const { requestId } = intent;
    try {
      const request = {
        agentId: agentId as AgentId,
        stemcellCid: vm.stemcell.cid as StemcellCid,
        cloudProperties: vm.cloudProperties,
        networks: vm.networks as never,
        diskCids: vm.diskCids as DiskCid[],
        env,
      };
      const created = await cpi.call('createVm', [request], { requestId, stemcellApiVersion: vm.stemcell.apiVersion });
      return { cid: created.cid, agentId, cpi: cpi.name, stemcell: vm.stemcell, networks: settingsOf(created, vm.networks), intent };
    } catch (error) {
      // what may be left is found again by the same id: by the next try, or by a later task
      const failed = (await takeBack(cpi, 'create_vm', requestId, error)) ? intent : undefined;
      if (failed !== undefined) {
        await store.write((tx) => failed.settle(tx, 'failed', outcomeOf(error)));
        intent = undefined;
      }
      if (!CodedError.is(error) || !error.retryable || attempt === maxTries) throw vmCreationFailed(vm.title, error);
      // an infrastructure that is away is back no sooner
      await world.sleep(firstPauseMs * 2 ** (attempt - 1), scope.task.signal);
    }
  }
}

function vmCreationFailed(title: string, error: unknown): unknown {
  if (!CodedError.is(error)) return error;
  return fail('VmCreationFailed', `the VM of ${title} cannot be created: ${error.message}`, {
    cause: error,
    details: { ...error.details, cpiError: error.code },
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  });
}

function settingsOf(created: CreatedVm, asked: Record<string, JsonObject>): Record<string, JsonObject> {
  const given = created.networks as Record<string, Record<string, Json | undefined>> | undefined;
  return given === undefined ? asked : (JSON.parse(JSON.stringify(given)) as Record<string, JsonObject>);
}
