import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { asOwnDirector } from './own-director.js';

/** Which task was followed when the Director could no longer be reached. */
interface Followed {
  readonly id: number;
  /** The Director's. */
  readonly url: string;
  /** As `-e` gave it. */
  readonly environment: string | undefined;
}

/** What could not be reached any more, said with the task that ran then and how to see what became of it; else the error as it is. */
export function asLostTask(
  error: unknown,
  { id, url, environment }: Followed,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): unknown {
  if (!CodedError.is(error, 'DirectorUnreachable')) return error;
  const isOwn = CodedError.is(asOwnDirector(error, url, variables), 'OwnDirectorEnded');
  const again = isOwn ? 'start the Director again with `bosh6 up`' : 'once the Director answers again';
  const name = environment === undefined ? '' : ` -e ${environment}`;
  return fail('TaskLost', `${error.message}, and task ${id} was running`, {
    cause: error,
    hint: `${again}${isOwn ? ', then' : ','} see what became of the task with \`bosh6${name} task ${id}\``,
    ...(error.where === undefined ? {} : { where: error.where }),
    details: { task: id },
  });
}
