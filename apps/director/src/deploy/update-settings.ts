import type { Scope } from '../engine/scope.js';
import type { VmRow } from '../persistence/rows/index.js';

/** Stands for a digest while nobody knows which certificates an agent has. */
const unknown = 'unknown';

/** What the row of a new VM says of the certificates that it trusts. */
export function untoldCerts({ collaborators: { trustedCerts } }: Scope): string | null {
  return trustedCerts === undefined ? null : unknown;
}

/**
 * Has an agent trust the Director's certificates, and none of earlier ones, where it has others: what its VM's row says, or a new one's, which a compilation VM has not.
 * Before the agent is asked the row says that nobody knows, and only when it took them, which; whoever dies between has the next update ask again.
 */
export async function updateSettings(scope: Scope, { agentId, trustedCerts: has }: Pick<VmRow, 'agentId' | 'trustedCerts'>): Promise<void> {
  const { store, trustedCerts } = scope.collaborators;
  const wanted = trustedCerts?.digest ?? null;
  if (has === wanted) return;
  if (has !== unknown) {
    await store.write((tx) => tx.vms.update({ agentId }, { trustedCerts: unknown }));
    // As an intent: what the agent has outlives a power cut.
    await store.durable();
  }
  const told = await scope
    .agent(agentId)
    .callIfKnown('update_settings', [{ trusted_certs: trustedCerts?.pem ?? '', disk_associations: [] }]);
  // As BOSH does: it counts as told, or each deploy would stop and start its jobs for nothing.
  if (told === undefined) scope.task.events.warning(`agent ${agentId} is too old to be told which certificates to trust`);
  await store.write((tx) => tx.vms.update({ agentId }, { trustedCerts: wanted }));
}
