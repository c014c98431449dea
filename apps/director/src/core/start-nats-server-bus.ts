import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { World } from '@bosh6/base';
import { agentNames, type Bus, type BusAuthority, type BusTls, connectBus, directorDn, healthMonitorDn } from '@bosh6/bus';
import { startNatsServerAuthority } from '@bosh6/bus/nats-server';
import { type IssueOptions, issue, type PemPair } from '@bosh6/credentials';
import { formatEndpoint } from '@bosh6/ip';
import { fail } from '../errors.js';
import type { NatsServerConfig } from './bus-config.js';
import type { StartedBus } from './start-bus.js';

/**
 * The Director's connections to a nats-server, one as itself and one as a health monitor, since no server lets one party do both; and who else may use it.
 * Without `authorizes` another process writes the server's users. A server may be starting itself: it has `patienceMs`. Throws NatsServerUnreachable, NatsServerNotReloaded.
 */
export async function startNatsServerBus(
  config: NatsServerConfig,
  ca: PemPair,
  world: World,
  { authorizes = true, patienceMs = 60_000 } = {},
): Promise<StartedBus> {
  const { usersFile, reload } = config;
  const servers = config.servers.map(({ host, port }) => `nats://${formatEndpoint(host, port)}`);
  const connect = async (names: Pick<IssueOptions, 'dn' | 'san'>, name: string): Promise<Bus> => {
    const own = await issue({ ca, ...names, usage: 'client', world });
    const tls: BusTls = { ca: ca.certificate, ...own };
    const signal = AbortSignal.timeout(patienceMs);
    return connectBus({ servers, tls, name, signal }).catch((cause: unknown) => {
      throw signal.aborted
        ? fail('NatsServerUnreachable', `${servers.join(', ')} has not let '${names.dn}' in for ${patienceMs / 1000} s`, { cause })
        : cause;
    });
  };
  const isLetIn = async (agentId: string): Promise<void> => (await connect(agentNames(agentId, 'permanent'), agentId)).close();
  const authority = authorizes
    ? await startNatsServerAuthority({ usersFile, reload: () => reloadServers(reload), isLetIn })
    : nobodysAuthority;
  const [bus, hm] = await Promise.all([connect({ dn: directorDn }, 'director'), connect({ dn: healthMonitorDn }, 'hm')]);
  return {
    bus,
    authority: { ...authority, subscribe: (...args) => hm.subscribe(...args) },
    close: async () => {
      await Promise.all([bus.close(), hm.close()]);
    },
  };
}

/** Only workers make and delete VMs. */
const nobodysAuthority: BusAuthority = {
  authorize: () => Promise.reject(new TypeError('this Director lets nobody in')),
  revoke: () => Promise.reject(new TypeError('this Director shuts nobody out')),
};

async function reloadServers([command = '', ...args]: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(command, args, { timeout: 60_000 });
  } catch (cause) {
    throw fail('NatsServerNotReloaded', `'${[command, ...args].join(' ')}' failed: ${(cause as Error).message}`, { cause });
  }
}
