import { CodedError } from '@bosh6/base';
import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { fail } from '../errors.js';
import { locateIn, plainTextIn } from './locate.js';
import { documentValue, type Findings, NodeError, tooDeep } from './node-value.js';
import { hideOpenAddresses, restoreAddresses } from './open-addresses.js';
import type { Dialect } from './scalars.js';
import type { Position, SourceDocument } from './source-document.js';

export interface YamlOptions {
  /** Default `psych`. */
  dialect?: Dialect;
  /** Plain dates stay text; default: they are refused, as BOSH does. */
  keepDates?: boolean;
}

/** How the library is to read: every scalar as it is written. */
export const failsafe = {
  schema: 'failsafe',
  uniqueKeys: false,
  merge: false,
  logLevel: 'silent',
  strict: false,
  stringKeys: false,
} as const;

/**
 * Reads the first document of a YAML text, keeping positions. Throws `InvalidYaml` with line and column.
 * Plain scalars resolve as formats reference 9.1 says; the last of duplicate keys wins, and all are listed; `<<` merges.
 */
export function parseYaml(text: string, name: string, options: YamlOptions = {}): SourceDocument {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refuse = (what: string, offset?: number, cause?: unknown): CodedError =>
    fail('InvalidYaml', `'${name}' is not the YAML that BOSH reads: ${what}`, {
      where: { document: name, ...(offset === undefined ? {} : positionAt(offset)) },
      ...(cause === undefined ? {} : { cause }),
    });
  try {
    const findings: Findings = { targets: new WeakMap(), repeated: [] };
    const { targets } = findings;
    const readable = hideOpenAddresses(text);
    const documents = parseAllDocuments(readable, { ...failsafe, lineCounter: lines });
    const document = ('empty' in documents ? undefined : documents[0]) as Document | undefined;
    const error = document?.errors[0];
    // The library's own word for it.
    if (error?.message.includes('Maximum call stack')) throw refuse(tooDeep, undefined, error);
    if (error !== undefined) throw refuse(error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '', error.pos[0]);
    if (document !== undefined && readable !== text) restoreAddresses(document);
    const value =
      document === undefined
        ? null
        : documentValue(document, { dialect: options.dialect ?? 'psych', keepDates: options.keepDates === true }, findings);
    const more = 'empty' in documents ? undefined : documents.slice(1).find(({ contents }) => isWritten(contents));
    return {
      name,
      text,
      value,
      ...(more === undefined ? {} : { another: positionAt(more.range[0]) }),
      duplicates: findings.repeated.map(({ key, at, before }) => ({ key, at: positionAt(at), before: positionAt(before) })),
      locate: (pointer) => {
        const offset = document === undefined ? undefined : locateIn(document, targets, pointer);
        return offset === undefined ? undefined : positionAt(offset);
      },
      scalarText: (pointer) => (document === undefined ? undefined : plainTextIn(document, targets, pointer)),
    };
  } catch (error) {
    if (error instanceof NodeError) throw refuse(error.message, error.offset);
    if (error instanceof RangeError) throw refuse(tooDeep, undefined, error);
    throw CodedError.is(error) ? error : refuse('the parser gave up', undefined, error);
  }
}

/** A lone `---` opens a document that nobody has written. */
function isWritten(contents: { range?: readonly number[] | null | undefined } | null): boolean {
  const [start, end] = contents?.range ?? [0, 0];
  return start !== end;
}
