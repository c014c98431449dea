import type { CloudConfig } from '@bosh6/formats';
import type { KnownCpi } from '../core/collaborators.js';
import { fail } from '../cpi/errors.js';

/**
 * A cloud config whose AZs say by which of the known CPIs their VMs are made, by its name of now; without CPI config none says anything.
 * Throws 550001 for an AZ that names none, or one that is unknown.
 */
export function nameCpis(cloudConfig: CloudConfig, cpis: readonly KnownCpi[]): CloudConfig {
  const isConfigured = cpis.some(({ name }) => name !== '');
  const azs = cloudConfig.azs.map(({ cpi: wanted, ...az }) => {
    if (!isConfigured) return az;
    const found = cpis.find(({ name, formerNames }) => wanted !== undefined && (name === wanted || formerNames.includes(wanted)));
    if (found !== undefined) return { ...az, cpi: found.name };
    const what = wanted === undefined ? "names no 'cpi', though there is a CPI config" : `names CPI '${wanted}', which no CPI config has`;
    throw fail('CpiNotFound', `AZ '${az.name}' ${what}`, {
      where: { document: az.document, pointer: wanted === undefined ? az.pointer : `${az.pointer}/cpi` },
      hint: `the CPI configs have ${cpis.map(({ name }) => `'${name}'`).join(', ')}`,
    });
  });
  return { ...cloudConfig, azs };
}
