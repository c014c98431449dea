import { createCa, issue, type PemPair } from '@bosh6/credentials';
import { agentNames, type BusTls, directorDn, healthMonitorDn, serverCommonName } from './index.js';

/** Certificates of everybody on a bus, for tests. */
export interface Parties {
  readonly server: BusTls;
  readonly director: BusTls;
  readonly hm: BusTls;
  agent(agentId: string, kind?: 'bootstrap' | 'permanent'): Promise<BusTls>;
  named(dn: string): Promise<BusTls>;
}

export async function makeParties(): Promise<Parties> {
  const ca = await createCa('default.nats-ca.bosh-internal');
  const withCa = ({ certificate, privateKey }: PemPair): BusTls => ({ ca: ca.certificate, certificate, privateKey });
  const named = async (dn: string): Promise<BusTls> => withCa(await issue({ ca, dn, usage: 'client' }));
  const san = { ips: ['127.0.0.1', '::1'] };
  return {
    server: withCa(await issue({ ca, commonName: serverCommonName, san, usage: 'server' })),
    director: await named(directorDn),
    hm: await named(healthMonitorDn),
    agent: async (agentId, kind = 'permanent') => withCa(await issue({ ca, ...agentNames(agentId, kind), usage: 'client' })),
    named,
  };
}

/** A list that can be waited on. */
export class Inbox<T> {
  readonly items: T[] = [];
  readonly #waiting: { count: number; resolve: () => void }[] = [];

  readonly add = (item: T): void => {
    this.items.push(item);
    for (const { count, resolve } of this.#waiting) if (this.items.length >= count) resolve();
  };

  async atLeast(count: number): Promise<readonly T[]> {
    if (this.items.length < count) await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    return this.items;
  }
}
