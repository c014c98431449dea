import type { Connection } from './connection.js';

/** The open connections of each agent that has introduced itself; deploys ask for a thousand agents, one after the other. */
export class AgentConnections {
  readonly #byAgent = new Map<string, Set<Connection>>();

  /** Answers with copies, since who is refused is deleted at once. */
  of(agentId: string): Connection[] {
    return [...(this.#byAgent.get(agentId) ?? [])];
  }

  /** Again, or of nobody's: nothing happens. */
  add(connection: Connection): void {
    const { agentId } = connection;
    if (agentId === undefined) return;
    const known = this.#byAgent.get(agentId);
    if (known === undefined) this.#byAgent.set(agentId, new Set([connection]));
    else known.add(connection);
  }

  delete(connection: Connection): void {
    const { agentId } = connection;
    const known = agentId === undefined ? undefined : this.#byAgent.get(agentId);
    if (agentId === undefined || known === undefined) return;
    known.delete(connection);
    if (known.size === 0) this.#byAgent.delete(agentId);
  }
}
