/** Names of the certificates that BOSH's parties show on the bus (as bosh-agent). */
export const directorDn = 'C=USA, O=Cloud Foundry, CN=default.director.bosh-internal';
export const healthMonitorDn = 'C=USA, O=Cloud Foundry, CN=default.hm.bosh-internal';
/** Common name that an agent demands of the server. */
export const serverCommonName = 'default.nats.bosh-internal';
export const caCommonName = 'default.nats-ca.bosh-internal';

export type AgentKind = 'bootstrap' | 'permanent';

export function agentDn(agentId: string, kind: AgentKind): string {
  return `C=USA, O=Cloud Foundry, CN=${agentName(agentId, kind)}`;
}

/** What an agent's certificate names: beside BOSH's subject a DNS name, by which a nats-server finds its user without going through all of them. */
export function agentNames(agentId: string, kind: AgentKind): { dn: string; san: { dns: string[] } } {
  return { dn: agentDn(agentId, kind), san: { dns: [agentName(agentId, kind)] } };
}

export function agentName(agentId: string, kind: AgentKind): string {
  return `${agentId}${kind === 'bootstrap' ? '.bootstrap' : ''}.agent.bosh-internal`;
}

/** The agent that such a name is of. */
export function agentOf(dn: string): { agentId: string; kind: AgentKind } | undefined {
  const [, agentId = '', bootstrap] = /^C=USA, O=Cloud Foundry, CN=([A-Za-z0-9_-]+)(\.bootstrap)?\.agent\.bosh-internal$/.exec(dn) ?? [];
  return agentId === '' ? undefined : { agentId, kind: bootstrap === undefined ? 'permanent' : 'bootstrap' };
}
