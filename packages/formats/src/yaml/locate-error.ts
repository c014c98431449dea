import { CodedError, withWhere } from '@bosh6/base';
import type { SourceDocument } from './source-document.js';

/** An error that says a pointer, with document, line and column added; anything else comes back as it was. */
export function locateError<T>(error: T, document: SourceDocument): T | CodedError {
  if (!CodedError.is(error)) return error;
  const pointer = error.where?.pointer;
  return withWhere(error, { document: document.name, ...(pointer === undefined ? {} : document.locate(pointer)) });
}
