import { CodedError, type ErrorDefinition, type ErrorOptionsOfOurs, type Where } from './coded-error.js';

/** A package's errors: makes them by code, and lists them for the generated reference. */
export type ErrorRegistry<T extends Record<string, ErrorDefinition>> = {
  (code: keyof T & string, message: string, options?: ErrorOptionsOfOurs): CodedError;
  readonly definitions: T;
};

/** Declares a package's error codes once. `const fail = defineErrors({NotFound: {...}}); throw fail('NotFound', '...')` */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(definitions: T): ErrorRegistry<T> {
  const make = (code: keyof T & string, message: string, options?: ErrorOptionsOfOurs): CodedError => {
    const definition = definitions[code];
    if (definition === undefined) throw new CodedError('UnknownErrorCode', { fault: 'bug' }, `no error is registered as '${code}'`);
    return new CodedError(code, definition, message, options);
  };
  return Object.assign(make, { definitions });
}

/** The same error with more said about where it is; what it already says wins. */
export function withWhere(error: CodedError, where: Where): CodedError {
  const known = Object.fromEntries(Object.entries(error.where ?? {}).filter(([, value]) => value !== undefined));
  return relocated(error, { ...where, ...known });
}

/** The same error at another place: what it said of its own is dropped. */
export function relocated(error: CodedError, where: Where): CodedError {
  return remade(error, error.message, where);
}

/** The same error in other words. */
export function reworded(error: CodedError, message: string): CodedError {
  return remade(error, message, error.where);
}

function remade(error: CodedError, message: string, where: Where | undefined): CodedError {
  const { code, hint, cause, details } = error;
  const definition: ErrorDefinition = { fault: error.fault, http: error.http, retryable: error.retryable };
  if (error.number !== undefined) definition.number = error.number;
  const options: ErrorOptionsOfOurs = {};
  if (where !== undefined) options.where = where;
  if (hint !== undefined) options.hint = hint;
  if (cause !== undefined) options.cause = cause;
  if (details !== undefined) options.details = details;
  return new CodedError(code, definition, message, options);
}
