import { isJsonObject, type Json } from '@bosh6/base';
import { fail } from '../errors.js';
import { kindOf } from '../shape/check-shape.js';
import { locateError } from '../yaml/locate-error.js';
import { childPointer } from '../yaml/pointer.js';
import type { SourceDocument } from '../yaml/source-document.js';
import { type PathToken, parsePath } from './path.js';
import { type Tracked, track } from './tracked.js';

/** One operation of an ops file. */
export interface Operation {
  type: 'replace' | 'remove' | 'test';
  path: string;
  tokens: PathToken[];
  /** Made anew for each use, for it becomes part of the document. */
  value?: () => Tracked;
  absent: boolean;
  document: SourceDocument;
  pointer: string;
}

/** Reads an ops file; an empty one has no operations. Throws `InvalidOpsFile` or `InvalidPath` with line and column. */
export function parseOpsFile(document: SourceDocument): Operation[] {
  try {
    if (document.value === null) return [];
    if (!Array.isArray(document.value))
      throw fail('InvalidOpsFile', `an ops file is a list of operations, but '${document.name}' is ${kindOf(document.value)}`, {
        where: { pointer: '' },
      });
    return document.value.map((entry, index) => parseOperation(entry, document, childPointer('', index)));
  } catch (error) {
    throw locateError(error, document);
  }
}

function parseOperation(entry: Json, document: SourceDocument, pointer: string): Operation {
  const refuse = (what: string): Error => fail('InvalidOpsFile', `operation ${pointer.slice(1)} ${what}`, { where: { pointer } });
  if (!isJsonObject(entry)) throw refuse(`must be a map, but is ${kindOf(entry)}`);
  const { type, path, value, absent } = entry;
  if (type !== 'replace' && type !== 'remove' && type !== 'test') throw refuse("needs a type: 'replace', 'remove' or 'test'");
  if (typeof path !== 'string') throw refuse('needs a path');
  const given = value !== undefined && value !== null;
  if (type === 'replace' && !given) throw refuse("needs a value, for it is a 'replace'");
  if (type === 'remove' && value !== undefined) throw refuse("may not have a value, for it is a 'remove'");
  if (type === 'test' && value === undefined && absent !== true) throw refuse("needs a value or 'absent: true', for it is a 'test'");
  const tokens = tokensOf(path, pointer);
  const insertion = tokens.at(-1);
  if (
    type !== 'replace' &&
    insertion !== undefined &&
    (insertion.kind === 'append' || ('insert' in insertion && insertion.insert !== undefined))
  ) {
    throw refuse(`may not use '${path}': only a 'replace' inserts`);
  }
  const own = value === undefined ? {} : { value: () => track(value, document, childPointer(pointer, 'value')) };
  return { type, path, tokens, absent: absent === true, document, pointer, ...own };
}

function tokensOf(path: string, pointer: string): PathToken[] {
  try {
    return parsePath(path);
  } catch (cause) {
    throw fail('InvalidOpsFile', `operation ${pointer.slice(1)}: ${(cause as Error).message}`, {
      where: { pointer: `${pointer}/path` },
      cause,
    });
  }
}
