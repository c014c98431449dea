import { parseYaml } from '../yaml/parse-yaml.js';
import { lookThrough, type PlainScalar } from '../yaml/plain-scalars.js';
import { differentReadings } from '../yaml/readings.js';
import { isDate } from '../yaml/scalars.js';
import type { Position, SourceDocument } from '../yaml/source-document.js';
import { attempt } from './attempt.js';
import { type Problem, problemOf } from './problem.js';
import { found } from './warnings.js';

export interface LintedText {
  /** Missing when the text cannot be read at all. */
  document?: SourceDocument;
  problems: Problem[];
}

/** Reads a text of any kind: what is no YAML, and what YAML's readers read differently. Never throws. */
export function lintText(text: string, name: string): LintedText {
  const { faults, scalars, tabs } = lookThrough(text);
  const say = (severity: Problem['severity'], code: Parameters<typeof found>[0], what: string, { line, column }: Position): Problem => ({
    ...problemOf(found(code, what), { document: name, line, column }),
    severity,
  });
  const problems = [
    ...tabs.map((at) => say('warning', 'TabIndent', 'the line is indented with a tab, which some readers refuse', at)),
    ...scalars.flatMap((scalar) => {
      const date = !scalar.key.own && isDate(scalar.text);
      if (date) return [say('error', 'DateScalar', `'${scalar.text}' is a date to the Director, which it refuses`, scalar)];
      const what = oddityOf(scalar);
      return what === undefined ? [] : [say('warning', scalar.open ? 'OpenAddress' : 'AmbiguousScalar', what, scalar)];
    }),
  ];
  const read = attempt(() => parseYaml(text, name, { keepDates: true }));
  if ('error' in read) {
    const told = faults.map(({ message, ...at }) => syntaxProblem(name, message, at));
    const { line, column } = read.error.where ?? {};
    const first = problemOf(read.error, {
      document: name,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
    return { problems: [...problems, ...(told.length > 0 ? told : [first])] };
  }
  const document = read.value;
  for (const { key, at, before } of document.duplicates)
    problems.push(say('warning', 'DuplicateKey', `key '${key}' is already in line ${before.line}; the last one counts`, at));
  if (document.another !== undefined)
    problems.push(say('error', 'SeveralDocuments', 'another YAML document begins, and only the first is read', document.another));
  return { document, problems };
}

function oddityOf({ text, key, open }: PlainScalar): string | undefined {
  if (open) return 'an address that ends in two colons is a map to other readers, the original CLI among them';
  if (!key.own) return differentReadings(text, key.name);
  // Numbers are names as well.
  return /^\d+$/.test(text) || /^:/.test(text) || text === '<<' ? undefined : differentReadings(text, undefined);
}

function syntaxProblem(name: string, message: string, at: Position): Problem {
  const hint = /tab/i.test(message) ? { fix: 'indent with spaces' } : {};
  return {
    severity: 'error',
    code: 'InvalidYaml',
    number: 440001,
    message: `this is not YAML: ${message}`,
    document: name,
    ...at,
    ...hint,
  };
}
