import { CodedError } from '@bosh6/base';
import type { Interpolated, SourceDocument } from '@bosh6/formats';
import { detectKind, inOrder, lintFindings, lintText, type Problem, problemOf, subjectOf } from '@bosh6/formats/lint';
import { type DocumentKind, kindNames } from '@bosh6/formats/schema';
import { lintDocuments } from '@bosh6/plan/lint';
import type { VariableFlags } from '../command/variable-flags.js';
import { interpolateDocument } from './load-template.js';
import { readText } from './read-document.js';

export interface LintedFiles {
  problems: Problem[];
  /** What was read, by the name that problems have. */
  texts: ReadonlyMap<string, string>;
}

interface Read {
  name: string;
  kind: DocumentKind;
  document: SourceDocument;
}

/**
 * Everything that is wrong with files, read together. Variables fill in all of them but release specs, ops files and vars files; ops files are for manifests,
 * or for whatever is there when no manifest is. Ops files and vars files of the flags are linted too. Never throws for what a file holds.
 */
export async function lintFiles(paths: readonly string[], kind: DocumentKind | undefined, flags: VariableFlags): Promise<LintedFiles> {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  const read = (path: string, as: DocumentKind | undefined): Read[] => {
    const name = path === '-' ? '(standard input)' : path;
    if (texts.has(name)) return [];
    const text = attempted(name, problems, () => readText(path));
    texts.set(name, text ?? '');
    if (text === undefined) return [];
    const linted = lintText(text, name);
    problems.push(...linted.problems);
    const { document } = linted;
    if (document === undefined) return [];
    const found = as ?? detectKind(document.value, path);
    if (found !== undefined) return [{ name, kind: found, document }];
    const hint = `say it: --kind ${kindNames.join('|')}`;
    problems.push(problemOf(lintFindings('UnknownKind', `it cannot be told what '${name}' is`, { hint }), { document: name }));
    return [];
  };
  const files = paths.flatMap((path) => read(path, kind));
  const beside = [
    ...(flags['ops-file'] ?? []).flatMap((path) => read(path, 'ops-file')),
    ...(flags['vars-file'] ?? []).flatMap((path) => read(path, 'vars-file')),
  ];
  const opsFor = files.some((file) => file.kind === 'manifest') ? ['manifest'] : files.map((file) => file.kind);
  const subjects = await Promise.all(
    [...files, ...beside].map(async ({ name, kind: of, document }) => {
      const own = opsFor.includes(of) ? flags : { ...flags, 'ops-file': [] };
      const filled = takesVariables(of) && (await filledIn(document, own, name, problems));
      return { kind: of, subject: subjectOf(document, filled || undefined) };
    }),
  );
  return { problems: inOrder([...problems, ...lintDocuments(subjects)], [...texts.keys()]), texts };
}

function takesVariables(kind: DocumentKind): boolean {
  return kind.endsWith('-config') || kind === 'manifest';
}

async function filledIn(
  document: SourceDocument,
  flags: VariableFlags,
  name: string,
  problems: Problem[],
): Promise<Interpolated | undefined> {
  const isAsked = Object.values(flags).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));
  if (!isAsked) return undefined;
  try {
    return await interpolateDocument(document, flags, { generates: false });
  } catch (error) {
    problems.push(problemFrom(error, name));
    return undefined;
  }
}

function attempted<T>(name: string, problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    problems.push(problemFrom(error, name));
    return undefined;
  }
}

function problemFrom(error: unknown, name: string): Problem {
  if (!CodedError.is(error)) throw error;
  const { object: _object, ...where } = error.where ?? {};
  return problemOf(error, { ...where, document: where.document ?? name });
}
