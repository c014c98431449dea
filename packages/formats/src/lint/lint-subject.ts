import type { Json } from '@bosh6/base';
import { shapeOf } from '../schema/json-schema.js';
import { type DocumentKind, documentKinds } from '../schema/kinds.js';
import { shapeErrors } from '../shape/check-shape.js';
import { pointerTokens } from '../yaml/pointer.js';
import type { SourceDocument } from '../yaml/source-document.js';
import { type Collected, collectErrors, hasPlaceholder } from './collect-errors.js';
import { nearest } from './nearest.js';
import { type Problem, problemOf } from './problem.js';
import { mendDocument, readers } from './readers.js';
import type { Subject } from './subject.js';
import { type UnknownKey, unknownKeys } from './unknown-keys.js';
import { found } from './warnings.js';

/** Everything that one text's kind says is wrong with it, and keys that nobody reads. The value is the reader's, of what is left without the errors. */
export function lintSubject(subject: Subject, kind: DocumentKind): Collected<unknown> {
  const collected = collectErrors([subject], ([document]) => readers[kind]?.(document as SourceDocument), { mend: mendDocument });
  const problems = [...collected.problems, ...shapeProblems(subject, kind, collected.problems)];
  return { ...collected, problems: [...problems, ...keyProblems(subject, kind, problems)] };
}

/** What a reader may not have come to, for something else was wrong there. */
export function shapeProblems(subject: Subject, kind: DocumentKind, known: readonly Problem[]): Problem[] {
  const told = new Set(known.map(({ pointer }) => pointer));
  // Some readers say of what lacks a key that it does, others of the key that it is not there.
  const lacking = new Set(known.filter(({ number }) => number === missing).map(({ pointer }) => pointer));
  return shapeErrors(documentKinds[kind].schema, subject.value).flatMap((error) => {
    const { pointer = '' } = error.where ?? {};
    const isTold = told.has(pointer) || (error.number === missing && lacking.has(pointer.slice(0, pointer.lastIndexOf('/'))));
    return isTold || hasPlaceholder(valueAt(subject, pointer)) ? [] : [problemOf(error, subject.place(pointer))];
  });
}

/** BOSH's number for a key that is missing. */
const missing = 40001;

/** Keys that are in no schema; those that an error is about are known enough. */
export function keyProblems(subject: Subject, kind: DocumentKind, known: readonly Problem[]): Problem[] {
  const told = new Set(known.map(({ pointer }) => pointer));
  return strangeKeys(subject.value, kind).flatMap(({ pointer, key, known: names, meant }) => {
    if (told.has(pointer)) return [];
    // Operations are labelled by keys of all sorts, and one that lacks a key is refused.
    if (kind === 'ops-file' && meant === undefined) return [];
    const hint = meant === undefined ? `known here: ${names.join(', ')}` : `did you mean '${meant}'?`;
    const problem = problemOf(found('UnknownKey', `nobody reads the key '${key}'`, { hint }), subject.place(pointer));
    return [{ ...problem, severity: 'warning' as const }];
  });
}

/** Keys that are in no schema, each with the known one that was probably meant. */
export function strangeKeys(value: Json, kind: DocumentKind): (UnknownKey & { meant: string | undefined })[] {
  return unknownKeys(shapeOf(kind), value)
    .filter(({ key }) => !hasPlaceholder(key))
    .map((unknown) => ({ ...unknown, meant: nearest(unknown.key, unknown.known) }));
}

/** The value at a pointer of a text before anything was taken. */
export function valueAt({ value }: Subject, pointer: string): Subject['value'] | undefined {
  let node: unknown = value;
  for (const token of pointerTokens(pointer)) node = typeof node === 'object' && node !== null ? Reflect.get(node, token) : undefined;
  return node as Subject['value'] | undefined;
}
