import type { AgentState } from '@bosh6/agent-protocol';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { reason } from '../log.js';
import { features, version } from '../version.js';

/** Before the first apply, as bosh-agent. */
const nothing = {
  properties: {},
  job: { name: null },
  packages: {},
  networks: {},
  resource_pool: {},
  configuration_hash: '',
  index: null,
  id: '',
};

type Needs = Pick<Collaborators, 'settings' | 'spec' | 'supervisor' | 'vitals' | 'platform' | 'log'>;

export const getState = (needs: Needs): Action =>
  defineAction('get_state', async ([form]) => {
    const { settings, spec, supervisor } = needs;
    const processes = supervisor.statuses;
    return {
      ...nothing,
      ...spec.current,
      agent_id: settings.current.agent_id,
      job_state: supervisor.jobState,
      vm: { name: settings.current.vm?.name },
      ...(processes.length === 0 ? {} : { processes }),
      ...(form === 'full' ? await full(needs) : {}),
    };
  });

/** What cannot be told is left out: nobody's state fails for it. */
async function full({
  vitals,
  platform,
  settings,
  log,
}: Needs): Promise<Pick<AgentState, 'agent' | 'vitals' | 'foreign_addresses' | 'listeners'>> {
  const untold = (what: string) => (error: unknown) => {
    log.warn(`${what} cannot be told`, { reason: reason(error) });
    return undefined;
  };
  const [read, foreign, listening] = await Promise.all([
    vitals.read(),
    platform.foreignAddresses(settings.networks).catch(untold('foreign addresses')),
    platform.listeners().catch(untold('listeners')),
  ]);
  return {
    agent: { version, features },
    vitals: read,
    ...(foreign === undefined ? {} : { foreign_addresses: foreign }),
    ...(listening === undefined ? {} : { listeners: listening }),
  };
}
