import { covers } from './broker/subject.js';
import { fail } from './errors.js';
import { agentDn, directorDn, healthMonitorDn } from './subjects.js';

export interface Permissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

export interface User {
  readonly dn: string;
  readonly agentId: string | undefined;
  readonly permissions: Permissions;
}

export function mayPublish({ permissions }: User, subject: string): boolean {
  return permissions.publish.some((pattern) => covers(pattern, subject));
}

export function maySubscribe({ permissions }: User, pattern: string): boolean {
  return permissions.subscribe.some((allowed) => covers(allowed, pattern));
}

/** Who is let in, by the text of the certificate's subject (as bosh-agent). */
export class UserDirectory {
  readonly #users = new Map<string, User>();

  constructor({ director = directorDn, hm = healthMonitorDn }: { director?: string; hm?: string } = {}) {
    this.#add(director, undefined, { publish: ['agent.*', 'hm.director.alert'], subscribe: ['director.>'] });
    const heard = ['hm.agent.heartbeat.*', 'hm.agent.alert.*', 'hm.agent.shutdown.*', 'hm.director.alert'];
    this.#add(hm, undefined, { publish: [], subscribe: heard });
  }

  all(): IterableIterator<User> {
    return this.#users.values();
  }

  find(dn: string): User | undefined {
    return this.#users.get(dn);
  }

  authorize(agentId: string, bootstrap: boolean): void {
    // A dot or a wildcard would widen what the agent may say and hear.
    if (!/^[A-Za-z0-9_-]+$/.test(agentId)) throw fail('MalformedSubject', `'${agentId}' is no agent id`);
    const permissions = {
      publish: [`hm.agent.heartbeat.${agentId}`, `hm.agent.alert.${agentId}`, `hm.agent.shutdown.${agentId}`, `director.*.${agentId}.*`],
      subscribe: [`agent.${agentId}`],
    };
    this.#add(agentDn(agentId, 'permanent'), agentId, permissions);
    if (bootstrap) this.#add(agentDn(agentId, 'bootstrap'), agentId, permissions);
    else this.#users.delete(agentDn(agentId, 'bootstrap'));
  }

  revoke(agentId: string): void {
    this.#users.delete(agentDn(agentId, 'permanent'));
    this.#users.delete(agentDn(agentId, 'bootstrap'));
  }

  #add(dn: string, agentId: string | undefined, permissions: Permissions): void {
    this.#users.set(dn, { dn, agentId, permissions });
  }
}
