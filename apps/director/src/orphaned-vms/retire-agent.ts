import type { Scope } from '../engine/scope.js';

/** The machine may be gone before its agent has answered. */
const answerMs = 2000;

/** Tells an orphaned VM's agent to switch its machine off, and shuts it out. One that does not listen is deleted with its VM all the same. */
export async function retireAgent(scope: Scope, { agentId }: { agentId: string }): Promise<void> {
  try {
    await scope.agent(agentId).callIfKnown('shutdown', [], { timeoutMs: answerMs, retries: 0 });
  } catch (error) {
    scope.task.debug(`agent ${agentId} did not say that it shuts its machine down: ${String(error)}`);
  }
  await scope.collaborators.busAuthority.revoke(agentId);
}
