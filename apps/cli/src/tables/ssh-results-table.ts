import { sortRows, type Table } from '../output/table.js';
import type { HostRan } from '../ssh/run-everywhere.js';

/** What a command printed, by host (as bosh-cli). */
export function sshResultsTable(results: readonly HostRan[]): Table {
  const rows = results.map(({ name, stdout, stderr, exitCode }) => [
    name,
    stdout,
    stderr,
    String(exitCode),
    exitCode === 0 ? '' : `ended with ${exitCode}`,
  ]);
  return {
    api: results.map(({ name, exitCode, stdout, stderr }) => ({ instance: name, exit_code: exitCode, stdout, stderr })),
    content: 'results',
    header: ['Instance', 'Stdout', 'Stderr', 'Exit Code', 'Error'],
    rows: sortRows(rows, [0]),
    transposed: true,
  };
}
