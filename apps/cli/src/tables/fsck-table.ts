import { type FsckFinding, fsckSeverities } from '@bosh6/director-api';
import { sortRows, type Table } from '../output/table.js';

/** What a check of the Director found, the worst first. */
export function fsckTable(findings: readonly FsckFinding[]): Table {
  const rows = findings.map(({ severity, kind, object, deployment, problem, advice }) => [
    { text: severity, sort: fsckSeverities.indexOf(severity), ...(severity === 'broken' ? { good: false } : {}) },
    kind,
    object,
    deployment ?? '',
    problem,
    advice,
  ]);
  return {
    api: findings,
    content: 'findings',
    header: ['Severity', 'Kind', 'Object', 'Deployment', 'Problem', 'What to do'],
    rows: sortRows(rows, [0]),
  };
}
