import type { AgentEnv, Networks } from '@bosh6/agent-protocol';
import { nameServers } from '../network/name-servers.js';
import type { Platform } from '../platform/platform.js';
import type { Resolver } from './resolver.js';

/** Has the machine ask the agent's resolver for names; where that cannot listen, or shall not, the settings' servers alone. */
export async function answerNames(
  platform: Pick<Platform, 'resolverAddress' | 'setNameServers'>,
  resolver: Pick<Resolver, 'listen' | 'upstream'>,
  { networks, env }: { networks: Networks; env: AgentEnv | null | undefined },
): Promise<void> {
  const { resolverAddress: address } = platform;
  const answers = address !== undefined && env?.bosh?.local_dns?.enable !== false && (await resolver.listen(address));
  resolver.upstream = await platform.setNameServers(nameServers(networks), answers);
}
