import { isJsonObject } from '@bosh6/base';
import { fail } from '../errors.js';
import { parseResult, resultLines } from './result-lines.js';

/** What an errand did on one instance (director-api reference 4.3.8). */
export interface ErrandResult {
  readonly instance?: { readonly group?: string; readonly id?: string } | null;
  readonly exit_code: number;
  readonly stdout?: string | null;
  readonly stderr?: string | null;
  readonly logs?: { readonly blobstore_id?: string | null; readonly sha1?: string | null } | null;
}

/** A JSON value a line. Errors: UnreadableResult. */
export function errandResults(text: string): ErrandResult[] {
  return resultLines(text).map((line) => {
    const value = parseResult(line);
    if (!isJsonObject(value) || typeof value.exit_code !== 'number')
      throw fail('UnreadableResult', 'a line of the result is no outcome of an errand');
    return value as unknown as ErrandResult;
  });
}

/** The error that the worst outcome is; undefined when all are well. A code over 128 means that it was cancelled. */
export function failedErrand(errand: string, results: readonly ErrandResult[]): Error | undefined {
  const failed = results.find(({ exit_code: code }) => code !== 0);
  if (failed === undefined) return undefined;
  const { exit_code: code } = failed;
  return fail('ErrandFailed', `errand '${errand}' ${code > 128 ? 'was cancelled, and ' : ''}ended with ${code}`, {
    details: { exitCode: code },
  });
}
