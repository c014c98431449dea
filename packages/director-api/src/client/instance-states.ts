import { mediaTypes, routes } from '../routes.js';
import { flag, withQuery } from './query.js';
import { readTask } from './read-json.js';
import type { Session } from './session.js';
import type { Task } from './wire.js';

/** Which instances: all, a group's, or one by its id or index. */
export interface InstanceChoice {
  readonly group?: string | undefined;
  readonly id?: string | undefined;
}

export interface StateOptions {
  readonly skipDrain?: boolean | undefined;
  readonly fix?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly canaries?: string | undefined;
  readonly maxInFlight?: string | undefined;
  /** RFC 3339. */
  readonly vmsCreatedBefore?: string | undefined;
}

export interface ActionOptions {
  readonly skipDrain?: boolean | undefined;
  /** Of `stop`: delete the VM too. */
  readonly hard?: boolean | undefined;
  /** Of `recreate`. */
  readonly ignoreUnresponsiveAgent?: boolean | undefined;
}

export type InstanceState = 'started' | 'stopped' | 'detached' | 'restart' | 'recreate';
export type InstanceAction = 'start' | 'stop' | 'restart' | 'recreate';

export interface InstanceStateRoutes {
  /** Brings instances to a state by a deploy of what was deployed last (director-api reference 4.3.6). */
  change(deployment: string, choice: InstanceChoice, state: InstanceState, options?: StateOptions): Promise<Task>;
  /** Acts on one instance and on nothing else (4.3.7). */
  act(deployment: string, instance: { group: string; id: string }, action: InstanceAction, options?: ActionOptions): Promise<Task>;
  ignore(deployment: string, instance: { group: string; id: string }, ignore: boolean): Promise<void>;
}

const yaml = { 'content-type': mediaTypes.yaml };

export function instanceStateRoutes(session: Session): InstanceStateRoutes {
  return {
    change: async (deployment, choice, state, options = {}) =>
      readTask(
        await session.call({
          method: 'PUT',
          path: withQuery(routes.instanceStates(deployment, choice.group ?? '*', choice.id), {
            state,
            skip_drain: flag(options.skipDrain),
            fix: flag(options.fix),
            dry_run: flag(options.dryRun),
            canaries: options.canaries,
            max_in_flight: options.maxInFlight,
            recreate_vms_created_before: options.vmsCreatedBefore,
          }),
          headers: yaml,
        }),
      ),
    act: async (deployment, { group, id }, action, options = {}) =>
      readTask(
        await session.call({
          method: 'POST',
          path: withQuery(routes.instanceAction(deployment, group, id, action), {
            skip_drain: flag(options.skipDrain),
            hard: flag(options.hard),
            ignore_unresponsive_agent: flag(options.ignoreUnresponsiveAgent),
          }),
          headers: yaml,
        }),
      ),
    async ignore(deployment, { group, id }, ignore) {
      const headers = { 'content-type': mediaTypes.json };
      const path = routes.ignore(deployment, group, id);
      await (await session.call({ method: 'PUT', path, headers, body: JSON.stringify({ ignore }) })).text();
    },
  };
}
