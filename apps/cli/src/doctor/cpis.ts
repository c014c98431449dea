import { isJsonObject } from '@bosh6/base';
import type { CpiLine } from '@bosh6/director-api/client';
import { type Finding, fine, wanting } from '@bosh6/lab/machine';
import { fail } from '../errors.js';

/** From this version on create_vm gives the VM's networks back and settings need no registry; Directors take nothing older. */
const oldest = 2;

/** Whether each CPI answers, and with which version of the protocol. */
export function cpiFindings(lines: readonly CpiLine[]): Finding[] {
  return lines.map((line) => {
    const { name, api_version: version, capabilities } = line;
    const title = name === '' || name === undefined ? "the Director's CPI" : `CPI '${name}'`;
    const where = { object: title };
    if (typeof version !== 'number') {
      const hint = 'look at `bosh6 cpi-config`, and at the debug log of the Director';
      return wanting('CPI', fail('CpiSilent', `${title} does not answer: ${line.error ?? ''}`, { hint, where }));
    }
    if (version < oldest) {
      const hint = `update it to one that speaks version ${oldest} of the protocol`;
      return wanting('CPI', fail('CpiTooOld', `${title} speaks version ${version} of the protocol`, { hint, where }));
    }
    const abilities = (capabilities ?? []).length === 0 ? '' : `, with ${(capabilities ?? []).join(', ')}`;
    return fine('CPI', `${title}: API ${version}${abilities}`);
  });
}

/** Lines of the task's result; what is none counts as nothing. */
export function cpiLinesOf(result: string): CpiLine[] {
  return result.split('\n').flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      return isJsonObject(value) ? [value as CpiLine] : [];
    } catch {
      return [];
    }
  });
}
