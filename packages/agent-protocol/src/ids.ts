/** Names one VM's agent on the bus; a fresh UUID for every VM. */
export type AgentId = string & { readonly __brand: 'AgentId' };

/** Marks a text as an agent's id; the caller knows where it came from. */
export function agentId(text: string): AgentId {
  return text as AgentId;
}
