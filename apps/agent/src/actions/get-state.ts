import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

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

export const getState = ({
  settings,
  spec,
  supervisor,
  vitals,
}: Pick<Collaborators, 'settings' | 'spec' | 'supervisor' | 'vitals'>): Action =>
  defineAction('get_state', async ([form]) => {
    const processes = supervisor.statuses;
    return {
      ...nothing,
      ...spec.current,
      agent_id: settings.current.agent_id,
      job_state: supervisor.jobState,
      vm: { name: settings.current.vm?.name },
      ...(processes.length === 0 ? {} : { processes }),
      ...(form === 'full' ? { vitals: await vitals.read() } : {}),
    };
  });
