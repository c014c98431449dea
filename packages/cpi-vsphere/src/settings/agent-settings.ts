import type { JsonObject } from '@bosh6/base';
import type { CpiNetworks, DiskHint } from '@bosh6/cpi-protocol';

export interface SettingsOf {
  cid: string;
  /** vCenter's own id of the VM. */
  moid: string;
  agentId: string;
  /** With MACs. */
  networks: CpiNetworks;
  systemDisk: string;
  ephemeralDisk: DiskHint;
  /** The CPI's own: mbus, ntp, ... */
  agent: JsonObject;
  /** The Director's; passes unchanged. */
  env: JsonObject;
}

/** What the agent reads at its start. Persistent disks are not in it: their hints come to the agent by the Director. */
export function agentSettings(of: SettingsOf): JsonObject {
  return {
    ...of.agent,
    vm: { name: of.cid, id: of.moid },
    agent_id: of.agentId,
    networks: of.networks as JsonObject,
    disks: { system: of.systemDisk, ephemeral: of.ephemeralDisk, persistent: {} },
    env: of.env,
  };
}
