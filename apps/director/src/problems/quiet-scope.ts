import { Scope } from '../engine/scope.js';
import type { EventLog } from '../tasks/task-handler.js';

/** The same task's hands, whose stages and warnings go to its debug output: a person follows the resolution as a whole. */
export function quietScope({ tools, task }: Scope): Scope {
  const debug = (message: string): void => task.debug(message);
  const events: EventLog = {
    stage: (stage) => ({
      task: (name, work) => {
        debug(`${stage}: ${name}`);
        return work(() => undefined);
      },
    }),
    warning: debug,
    deprecation: debug,
    error: (error) => task.events.error(error),
  };
  return new Scope(tools, { ...task, events });
}
