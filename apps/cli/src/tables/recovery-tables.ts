import type { Problem } from '@bosh6/director-api/client';
import { sortRows, type Table } from '../output/table.js';

/** Problems of one type within a group (as bosh-cli). */
export function problemsOfType(type: string, problems: readonly Problem[]): Table {
  return {
    title: `Problem type: ${type}`,
    content: `${type} problems`,
    header: ['#', 'Description'],
    rows: sortRows(
      problems.map(({ id, description }) => [{ text: String(id), sort: id }, description]),
      [0],
    ),
  };
}

/** What a plan does with a group's problems. */
export function plannedTable(problems: readonly Problem[], plannedFor: (problem: Problem) => string): Table {
  return {
    header: ['#', 'Planned resolution', 'Description'],
    rows: sortRows(
      problems.map((problem) => [{ text: String(problem.id), sort: problem.id }, plannedFor(problem), problem.description]),
      [0],
    ),
  };
}
