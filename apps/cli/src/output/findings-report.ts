import type { Finding } from '@bosh6/lab/machine';
import { describePlace } from './error-report.js';
import type { Table } from './table.js';
import type { Ui } from './ui.js';
import { wrapText } from './wrap-text.js';

const signs = { ok: '✔', warn: '!', fail: '✘' } as const;
const widest = 110;

/** Findings for eyes: a sign, what was looked at, what is there; below it where, and how to mend it. Ends with a line feed. */
export function findingsText(ui: Pick<Ui, 'width' | 'green' | 'yellow' | 'red'>, findings: readonly Finding[]): string {
  const paint = { ok: ui.green, warn: ui.yellow, fail: ui.red };
  const column = Math.max(...findings.map(({ check }) => check.length)) + 4;
  const room = Math.max(20, Math.min(ui.width ?? widest, widest) - column - 1);
  return findings
    .map((finding, at) => {
      const { state, check } = finding;
      const head = check === findings[at - 1]?.check ? '' : check;
      const lines = linesOf(finding).flatMap((line) => wrapText(line, room));
      const first = `${paint[state].call(ui, signs[state])} ${head.padEnd(column - 2)}`;
      return lines.map((line, index) => `${index === 0 ? first : ' '.repeat(column)}${line}\n`).join('');
    })
    .join('');
}

function linesOf({ says, problem }: Finding): string[] {
  if (problem === undefined) return [says];
  const place = describePlace(problem);
  return [
    `${says} (${problem.code})`,
    ...(place === undefined ? [] : [`at ${place}`]),
    ...(problem.hint === undefined ? [] : [`fix: ${problem.hint}`]),
  ];
}

/** The same for programs. */
export function findingsTable(findings: readonly Finding[]): Table {
  const api = findings.map(({ check, state, says, problem }) => ({
    check,
    state,
    says,
    ...(problem === undefined ? {} : { code: problem.code, where: problem.where, hint: problem.hint }),
  }));
  const rows = findings.map(({ check, state, says, problem }) => {
    const place = problem === undefined ? undefined : describePlace(problem);
    return [state, check, says, problem?.code ?? '', place ?? '', problem?.hint ?? ''];
  });
  return { api, content: 'findings', header: ['State', 'Check', 'Finding', 'Code', 'Where', 'Fix'], rows };
}
