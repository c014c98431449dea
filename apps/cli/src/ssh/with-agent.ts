import type { AgentClient } from '../agent/agent-client.js';
import { agentOf } from '../agent/agent-endpoint.js';
import type { AgentFlags, LoginFlags } from '../command/ssh-flags.js';
import { fail } from '../errors.js';
import type { Seat } from '../session/seat.js';
import { type Doorkeeper, withSession } from './open-session.js';
import type { LoggedIn } from './with-login.js';

/** Its only VM's name, of which create-env knows none either (as bosh-cli). */
const only = { group: 'create-env-vm', id: '0' };

/** Works with a user of our own on a VM whose agent is asked itself. Errors: as of agentOf and AgentClient, SshRefused. */
export async function withAgent<T>(
  seat: Seat,
  flags: AgentFlags & LoginFlags,
  work: (login: LoggedIn, agent: AgentClient) => Promise<T>,
): Promise<T> {
  const { endpoint, ca } = agentOf(flags);
  // Only who asks an agent pays for the schemas of its wire.
  const { createAgentClient } = await import('../agent/agent-client.js');
  const agent = createAgentClient(endpoint, ca, seat.world);
  // Where the agent knows a private address only, it was reached by another one.
  const addresses = async (): Promise<Map<string, string[]>> => new Map([[only.id, [endpoint.target.host]]]);
  try {
    return await withSession(seat, agentDoorkeeper(agent), (session) => work({ session, strict: true, addresses }, agent));
  } finally {
    agent.close();
  }
}

function agentDoorkeeper(agent: AgentClient): Doorkeeper {
  let made = false;
  return {
    async setUp({ user, publicKey }) {
      const { status, ip, host_public_key: hostKey = '' } = await agent.call('ssh', 'setup', { user, public_key: publicKey });
      if (status !== 'success' || ip === undefined) throw fail('SshRefused', `the agent did not let us in: it answered '${status}'`);
      made = true;
      return [{ ...only, ip, hostKey }];
    },
    async cleanUp(user) {
      if (made) await agent.call('ssh', 'cleanup', { user_regex: `^${user}` });
    },
  };
}
