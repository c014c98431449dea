import { sortRows, type Table } from '../output/table.js';
import type { ErrandResult } from '../session/errand-results.js';

/** What an errand printed, by instance (as bosh-cli). */
export function errandTable(results: readonly ErrandResult[]): Table {
  const rows = results.map(({ instance, exit_code: code, stdout, stderr }) => [
    `${instance?.group ?? ''}/${instance?.id ?? ''}`,
    String(code),
    stdout ?? '',
    stderr ?? '',
  ]);
  return {
    api: { errand_runs: results },
    content: 'errand(s)',
    header: ['Instance', 'Exit Code', 'Stdout', 'Stderr'],
    rows: sortRows(rows, [0]),
    transposed: true,
  };
}
