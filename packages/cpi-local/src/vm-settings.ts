import type { Json, JsonObject } from '@bosh6/base';
import type { CreateVmRequest } from '@bosh6/cpi-protocol';
import type { LocalCpiProperties } from './local-cpi.js';

/** The agent's settings without what only the lab knows (`vm`, `networks` with MACs, `disks`). The Director's env passes unchanged. */
export function vmSettings({ agentId, env }: Pick<CreateVmRequest, 'agentId' | 'env'>, { agent = {} }: LocalCpiProperties): JsonObject {
  const settings: JsonObject = { agent_id: agentId, env, ntp: (agent.ntp ?? []) as Json };
  if (agent.mbus !== undefined) settings.mbus = agent.mbus;
  if (agent.blobstore !== undefined) settings.blobstore = agent.blobstore;
  return settings;
}
