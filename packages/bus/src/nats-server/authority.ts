import { UserDirectory } from '../permissions.js';
import { agentOf } from '../subjects.js';
import type { BusAuthority } from '../types.js';
import { readUsers, writeUsers } from './users-file.js';

export interface NatsServerAuthorityOptions {
  /** What the server's configuration includes; nobody else writes it. */
  readonly usersFile: string;
  /** Has the server read its configuration again; that it was told is enough. */
  readonly reload: () => Promise<void>;
  /** Resolves once the server lets this agent in. */
  readonly isLetIn: (agentId: string) => Promise<void>;
}

/**
 * Says who may use a nats-server: its users are in a file that its configuration includes, and it is told after each change.
 * Agents that the file names stay let in over a restart of this process. The server ends the connections of those who are no longer named. Throws BusUsersUnreadable.
 */
export async function startNatsServerAuthority({ usersFile, reload, isLetIn }: NatsServerAuthorityOptions): Promise<BusAuthority> {
  const users = new UserDirectory();
  const named = (await readUsers(usersFile)).map(agentOf).filter((agent) => agent !== undefined);
  const bootstrapping = new Set(named.filter(({ kind }) => kind === 'bootstrap').map(({ agentId }) => agentId));
  const known = new Map(named.map(({ agentId }) => [agentId, bootstrapping.has(agentId)]));
  for (const [agentId, bootstrap] of known) users.authorize(agentId, bootstrap);
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  /** Whom the server has not been told of. */
  const strangers = new Set<string>();
  /** All changes made while the file is being written go into the one writing after it. Who lets one of its strangers in lets all of them in. */
  const publish = (): Promise<void> => {
    next ??= last
      .catch(() => {})
      .then(async () => {
        next = undefined;
        const [stranger] = strangers;
        strangers.clear();
        await writeUsers(usersFile, users.all());
        await reload();
        if (stranger !== undefined) await isLetIn(stranger);
      });
    last = next;
    return next;
  };
  const letIn = async (agentId: string, bootstrap: boolean): Promise<void> => {
    users.authorize(agentId, bootstrap);
    strangers.add(agentId);
    await publish().catch((error: unknown) => {
      if (!known.has(agentId)) users.revoke(agentId);
      throw error;
    });
  };
  const forget = (agentId: string): void => {
    known.delete(agentId);
    users.revoke(agentId);
    strangers.delete(agentId);
  };
  await publish();
  return {
    authorize: async (agentId, { bootstrap = true } = {}) => {
      if (known.get(agentId) === bootstrap) return;
      await letIn(agentId, bootstrap);
      known.set(agentId, bootstrap);
    },
    // Who subscribes while nats-server 2.9 takes on new users is heard by nobody: it replaces the list where that stands. Later ones do not.
    reconnect: async (agentId) => {
      if (!known.has(agentId)) return;
      users.revoke(agentId);
      try {
        await publish();
      } finally {
        const bootstrap = known.get(agentId);
        if (bootstrap !== undefined) await letIn(agentId, bootstrap);
      }
    },
    revoke: async (agentId) => {
      forget(agentId);
      await publish();
    },
    retain: async (agentIds) => {
      const others = [...known.keys()].filter((agentId) => !agentIds.has(agentId));
      if (others.length === 0) return;
      for (const agentId of others) forget(agentId);
      await publish();
    },
  };
}
