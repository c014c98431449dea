import type { Problem } from '@bosh6/director-api/client';
import { sortRows, type Table } from '../output/table.js';

/** What a scan found (as bosh-cli). */
export function problemsTable(problems: readonly Problem[]): Table {
  const rows = problems.map(({ id, type, description }) => [{ text: String(id), sort: id }, type, description]);
  return { api: problems, content: 'problems', header: ['#', 'Type', 'Description'], rows: sortRows(rows, [0]) };
}
