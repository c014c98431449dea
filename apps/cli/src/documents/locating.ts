import { CodedError, withWhere } from '@bosh6/base';
import type { Template } from './load-template.js';

/** Runs `work`; a Director's error about the text that it got then names the person's own file, line and column. */
export async function locating<T>(template: Template, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!CodedError.is(error) || error.where?.pointer === undefined) throw error;
    throw relocate(error, template);
  }
}

function relocate(error: CodedError, template: Template): CodedError {
  const { document, line, column, pointer, ...kept } = error.where ?? {};
  const place = template.locate(pointer === undefined ? {} : { pointer });
  const bare = new CodedError(
    error.code,
    { fault: error.fault, http: error.http, retryable: error.retryable, ...(error.number === undefined ? {} : { number: error.number }) },
    error.message,
    {
      where: kept,
      cause: error,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      ...(error.details === undefined ? {} : { details: error.details }),
    },
  );
  return withWhere(bare, place);
}
