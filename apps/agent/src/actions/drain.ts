import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';
import { drainParameters, drain as runDrains } from '../scripts/drain.js';

/** Lets the jobs finish what they do before they are stopped. Always answers 0: the waiting happens here. */
export const drain = (needs: Pick<Collaborators, 'supervisor' | 'spec' | 'layout' | 'world' | 'announceShutdown'>): Action =>
  defineAction(
    'drain',
    async ([kind, next], { signal }) => {
      if (kind === 'status') throw fail('InvalidArguments', "Unexpected call with drain type 'status'");
      if (kind === 'update' && next === undefined) throw fail('InvalidArguments', 'Drain update requires new spec');
      if (kind === 'shutdown') needs.announceShutdown();
      await needs.supervisor.unmonitor();
      await runDrains(needs.layout, needs.world, needs.spec.jobs, drainParameters(kind, needs.spec.current, next), signal);
      return 0;
    },
    { cancellable: true },
  );
