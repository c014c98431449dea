import type { Problem } from '@bosh6/formats/lint';
import { cleanWith } from './clean.js';
import type { Ui } from './ui.js';

/** Problems for eyes: in a terminal with the line of the text and a caret below it, else only what and how to mend it. */
export function reportProblems(ui: Ui, problems: readonly Problem[], texts: ReadonlyMap<string, string>): void {
  const lines = new Map([...texts].map(([name, text]) => [name, text.split(/\r?\n/)]));
  for (const problem of problems) {
    const source = ui.decorated && problem.line !== undefined ? lines.get(problem.document)?.[problem.line - 1] : undefined;
    ui.block(`${[headOf(ui, problem), ...excerpt(ui, problem, source), ...fixOf(problem)].join('\n')}\n`);
  }
}

/** How many of which, for the last line. */
export function countOf(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

function headOf(ui: Ui, { severity, code, number, message, document, line, column }: Problem): string {
  const place = [document, line, column].filter((part) => part !== undefined).join(':');
  const word = severity === 'error' ? ui.red('error') : ui.yellow('warning');
  return `${shown(place)}: ${word}: ${shown(message)} (${number === undefined ? code : `${code}, ${number}`})`;
}

function fixOf({ fix }: Problem): string[] {
  return fix === undefined ? [] : [`  fix: ${shown(fix)}`];
}

function excerpt(ui: Ui, { line = 0, column = 1, severity }: Problem, source: string | undefined): string[] {
  if (source === undefined || source.trim() === '') return [];
  const number = String(line);
  // A line of a script or a certificate may be of any length: the part around the place is enough.
  const room = Math.max(20, (ui.width ?? 120) - number.length - 6);
  const from = column <= room ? 0 : column - Math.floor(room / 2);
  const before = source.slice(from, column - 1).replaceAll(/[^\t]/g, ' ');
  const caret = severity === 'error' ? ui.red('^') : ui.yellow('^');
  return [`  ${number} | ${shown(source.slice(from, from + room))}`, `  ${' '.repeat(number.length)} | ${before}${caret}`];
}

/** Tabs stay, for what stands below is aligned to them. */
const shown = (text: string): string => cleanWith(text, (character) => (character === '\t' ? character : '\uFFFD'));
