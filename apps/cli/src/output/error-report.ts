import { CodedError } from '@bosh6/base';
import { reasons } from './system-reasons.js';
import type { Ui } from './ui.js';

/** What happened, where, and how to mend it; then `Exit code N`. */
export function reportError(ui: Ui, error: unknown, exitCode: number): void {
  ui.failure(describeError(error), error, exitCode);
  ui.error(`Exit code ${exitCode}`);
}

export function describeError(error: unknown): string {
  if (!CodedError.is(error)) return describeForeign(error);
  const lines = [error.number === undefined ? error.message : `${error.message} (error ${error.number})`];
  const place = describePlace(error);
  if (place !== undefined) lines.push(`  at ${place}`, ...readAt(error));
  if (error.hint !== undefined) lines.push(`  fix: ${error.hint}`);
  return lines.join('\n');
}

/** The lines of a config are those of what the Director has: a command stores the values alone, comments and layout stay with the person. */
function readAt({ where }: CodedError): string[] {
  const [, kind, name] = /^(cloud|runtime)-config '(.*)'$/.exec(where?.document ?? '') ?? [];
  if (kind === undefined || where?.line === undefined) return [];
  return [`  that line is one of what \`bosh6 ${kind}-config${name === 'default' ? '' : ` --name=${name}`}\` prints`];
}

/** Errors that are not ours: mostly of the system, whose texts are for programmers. */
function describeForeign(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = reasons[code ?? ''];
  return reason === undefined || path === undefined ? error.message : `'${path}' cannot be used: ${reason} (${code})`;
}

/** Document with line and column, pointer, object; as far as known. */
export function describePlace({ where }: CodedError): string | undefined {
  if (where === undefined) return undefined;
  const position = where.line === undefined ? '' : `:${where.line}${where.column === undefined ? '' : `:${where.column}`}`;
  const document = where.document === undefined ? undefined : `${where.document}${position}`;
  const parts = [document, where.pointer === undefined || where.pointer === '' ? undefined : where.pointer, where.object];
  const said = parts.filter((part): part is string => part !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
}
