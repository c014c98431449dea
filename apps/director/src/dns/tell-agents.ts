import type { Json, JsonObject } from '@bosh6/base';
import { takeTurns } from '../core/take-turns.js';
import { blobFamily } from '../deploy/endpoints.js';
import type { Scope } from '../engine/scope.js';
import type { VmRow } from '../persistence/rows/index.js';
import { inFlight } from '../tasks/in-flight.js';
import { Confirmations } from './confirmations.js';
import type { PublishedRecords } from './publish-records.js';

/** Of each of those that are asked together; the original waits as long for all. */
const answerMs = 10_000;
/** A question is kept until it is answered: ten thousand at once would be a hundred megabytes. */
const atOnce = 1000;

/**
 * Gives the newest records to every agent that has not confirmed them. Waits for those that `waits` names; the others answer when they can, and whoever
 * does not is told again by the next deploy.
 */
export async function tellAgents(scope: Scope, published: PublishedRecords, waits: (vm: VmRow) => boolean): Promise<void> {
  const { store } = scope.collaborators;
  const versions = await store.read.dns.agentVersions.all();
  const confirmed = new Map(versions.map(({ agentId, version }) => [agentId, version]));
  const vms = (await store.read.vms.all()).filter(({ active, cid }) => active && cid !== null);
  const known = new Set(vms.map(({ agentId }) => agentId));
  const gone = versions.filter(({ agentId }) => !known.has(agentId));
  if (gone.length > 0) {
    await store.write(async (tx) => {
      for (const { id } of gone) await tx.dns.agentVersions.delete({ id });
    });
  }
  const behind = vms.filter(({ agentId }) => (confirmed.get(agentId) ?? 0) < published.version);
  const confirmations = new Confirmations(store, published.version);
  // One after the other, for a thousand that begin in the same turn would all be told that there is time.
  let turn = Promise.resolve();
  const tellAll = (all: readonly VmRow[]): Promise<void> =>
    inFlight(all, atOnce, { throwIfCancelled: () => undefined }, async (vm) => {
      turn = turn.then(takeTurns);
      await turn;
      await tell(scope, vm, published, confirmations).catch((error: unknown) => {
        scope.task.debug(`agent ${vm.agentId} did not take the DNS records: ${String(error)}`);
      });
    });
  tellAll(behind.filter((vm) => !waits(vm))).catch(() => undefined);
  await tellAll(behind.filter(waits));
  scope.task.throwIfCancelled();
}

async function tell(
  scope: Scope,
  vm: VmRow,
  { version, blobstoreId, sha256 }: PublishedRecords,
  confirmations: Confirmations,
): Promise<void> {
  const { blobs, config } = scope.collaborators;
  const agent = scope.agent(vm.agentId);
  const digest = `sha256:${sha256}`;
  const family = blobFamily(config, networksOf(vm.networks));
  const options = { timeoutMs: answerMs, retries: 0 };
  const signed = { signed_url: blobs.signedUrl('GET', blobstoreId, { family }), multi_digest: digest, version };
  const answer = await agent.callIfKnown('sync_dns_with_signed_url', [signed], options);
  if (answer === undefined) await agent.call('sync_dns', [blobstoreId, digest, version], options);
  await confirmations.add(vm.agentId);
}

const networksOf = (networks: Json): Record<string, JsonObject> => networks as Record<string, JsonObject>;
