import { CodedError, type ErrorOptionsOfOurs, isJsonObject, type JsonObject, type Where } from '@bosh6/base';
import { fail } from './errors.js';
import type { Outgoing } from './transport.js';
import type { ErrorDetails } from './wire.js';

interface ErrorBody {
  readonly code?: number;
  readonly description?: string;
  readonly details?: ErrorDetails;
}

/** A Director's refusal as our error: its number, its words, and where in the sent text the mistake is. */
export function refusal({ method, path }: Outgoing, status: number, text: string): CodedError {
  const body = parseBody(text);
  const details = { status, request: `${method} ${path}`, ...(body.details === undefined ? {} : { director: body.details }) };
  const code = status >= 500 && body.description === undefined ? 'DirectorFailed' : 'DirectorRefused';
  const said = body.description ?? (text.trim() === '' ? `the Director answered ${status} to ${method} ${path}` : text.trim());
  const options: ErrorOptionsOfOurs = { details };
  const where = readWhere(body.details);
  if (where !== undefined) options.where = where;
  const hint =
    body.details?.hint ?? (status === 401 ? 'log in with `bosh6 log-in`, or use a user with the scopes that are asked for' : undefined);
  if (hint !== undefined) options.hint = hint;
  const { definitions } = fail;
  return body.code === undefined
    ? fail(code, said, options)
    : new CodedError(code, { ...definitions[code], number: body.code, http: status }, said, options);
}

/** The `where` of an error body or of a task's error line. */
export function readWhere(details: ErrorDetails | undefined): Where | undefined {
  if (details?.where === undefined || details.where === null) return undefined;
  return Object.fromEntries(Object.entries(details.where).filter(([, value]) => value !== undefined && value !== null)) as Where;
}

/** A proxy answers as it likes. */
function detailsOf({ where, hint, ...rest }: JsonObject): ErrorDetails {
  return { ...rest, ...(isJsonObject(where) && { where }), ...(typeof hint === 'string' && { hint }) } as ErrorDetails;
}

function parseBody(text: string): ErrorBody {
  try {
    const body: unknown = JSON.parse(text);
    if (!isJsonObject(body)) return {};
    const { code, description, details } = body;
    return {
      ...(typeof code === 'number' && { code }),
      ...(typeof description === 'string' && { description }),
      ...(isJsonObject(details) && { details: detailsOf(details) }),
    };
  } catch {
    return {};
  }
}
