import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { asOwnDirector } from './own-director.js';

/** Which task was followed when the Director could no longer be reached. */
interface Followed {
  readonly id: number;
  /** The Director's. */
  readonly url: string;
  /** That shows the task. */
  readonly command: string;
}

/** What could not be reached any more, said with the task that ran then and how to see what became of it; else the error as it is. */
export function asLostTask(error: unknown, { id, url, command }: Followed): unknown {
  if (!CodedError.is(error, 'DirectorUnreachable')) return error;
  const isOwn = CodedError.is(asOwnDirector(error, url), 'OwnDirectorEnded');
  const first = isOwn ? 'start the Director again with `bosh6 up`, then' : 'once the Director answers again,';
  return fail('TaskLost', `${error.message}, and task ${id} was running`, {
    cause: error,
    hint: `${first} see what became of the task with \`${command}\``,
    ...(error.where === undefined ? {} : { where: error.where }),
    details: { task: id },
  });
}
