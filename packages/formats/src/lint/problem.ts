import type { CodedError } from '@bosh6/base';

/** One thing that is wrong with a text, or that only looks right. */
export interface Problem {
  severity: 'error' | 'warning';
  /** For programs. */
  code: string;
  /** BOSH's, where the condition is BOSH's. */
  number?: number;
  message: string;
  /** How to mend it. */
  fix?: string;
  /** Name of the text that it is in: of a manifest that is filled in, maybe an ops file or a vars file. */
  document: string;
  /** RFC 6901, into the text once it is filled in. */
  pointer?: string;
  /** Count from 1; missing when only the document is known. */
  line?: number;
  column?: number;
}

/** Where in what a person wrote. */
export type Place = Pick<Problem, 'document' | 'pointer' | 'line' | 'column'>;

/** A parser's error as a problem at a place. */
export function problemOf(error: CodedError, place: Place): Problem {
  const { code, number, message, hint } = error;
  return {
    severity: 'error',
    code,
    ...(number === undefined ? {} : { number }),
    message,
    ...(hint === undefined ? {} : { fix: hint }),
    ...place,
  };
}

/** By document, in the order given, then by position; what is said twice is said once, and a wrong shape only where nothing says more. */
export function inOrder(problems: readonly Problem[], documents: readonly string[]): Problem[] {
  const rank = ({ document }: Problem): number => (documents.includes(document) ? documents.indexOf(document) : documents.length);
  const placeOf = ({ document, line, column, pointer }: Problem): string => JSON.stringify([document, pointer ?? [line, column]]);
  const isShape = ({ number = 0 }: Problem): boolean => number >= 40000 && number <= 40005;
  const told = new Set(problems.filter((problem) => problem.severity === 'error' && !isShape(problem)).map(placeOf));
  const seen = new Set<string>();
  const isNew = (problem: Problem): boolean => {
    const { severity, number, code, message, document, line, column } = problem;
    // The second is for what an anchor brings to several places.
    const keys = [`${placeOf(problem)} ${severity} ${severity === 'warning' ? message : String(number ?? code)}`];
    if (line !== undefined) keys.push(JSON.stringify([document, line, column, severity, message]));
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  };
  return problems
    .filter((problem) => !(isShape(problem) && told.has(placeOf(problem))) && isNew(problem))
    .sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
