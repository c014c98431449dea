import type { KnownCpi } from '../core/collaborators.js';

/** Of the rows of one stemcell the one that a CPI can use: its own, or one from when it had another name. */
export function stemcellFor<Row extends { cpi: string }>({ name, formerNames }: KnownCpi, rows: readonly Row[]): Row | undefined {
  return rows.find(({ cpi }) => cpi === name) ?? rows.find(({ cpi }) => formerNames.includes(cpi));
}
