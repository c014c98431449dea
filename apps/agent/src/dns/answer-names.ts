import type { AgentEnv, Networks } from '@bosh6/agent-protocol';
import { type Log, reason } from '../log.js';
import { nameServers } from '../network/name-servers.js';
import type { Platform } from '../platform/platform.js';
import type { Resolver } from './resolver.js';

/** Has the machine ask the agent's resolver for names; where that cannot listen, or shall not, the settings' servers alone. Throws where those cannot be named. */
export async function answerNames(
  platform: Pick<Platform, 'resolverAddress' | 'setNameServers'>,
  resolver: Pick<Resolver, 'listen' | 'upstream'>,
  { networks, env, log }: { networks: Networks; env: AgentEnv | null | undefined; log: Log },
): Promise<void> {
  const { resolverAddress: address } = platform;
  const answers = address !== undefined && env?.bosh?.local_dns?.enable !== false && (await resolver.listen(address));
  const servers = nameServers(networks);
  try {
    resolver.upstream = await platform.setNameServers(servers, answers);
  } catch (error) {
    if (servers.length > 0) throw error;
    // A link to a program's file that does not run, say: names are then looked up as without the agent.
    log.warn('the machine does not ask the agent for names', { reason: reason(error) });
  }
}
