import type { KnownCpi } from '../core/collaborators.js';

/** Whether a name that was stored with a VM or disk is one that the CPI has or had. */
export function isNameOf(cpi: KnownCpi, stored: string): boolean {
  return cpi.name === stored || cpi.formerNames.includes(stored);
}
