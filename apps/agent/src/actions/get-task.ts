import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';
import { reason } from '../log.js';

export const getTask = ({ tasks }: Pick<Collaborators, 'tasks'>): Action =>
  defineAction('get_task', ([id]) => {
    const task = tasks.get(id);
    if ('state' in task) return { agent_task_id: id, state: task.state };
    if (task.ok) return task.value;
    throw fail('TaskFailed', `Task ${id} result: ${reason(task.error)}`, { cause: task.error });
  });
