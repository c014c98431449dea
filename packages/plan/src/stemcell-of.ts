import type { Where } from '@bosh6/base';
import type { CloudConfig } from '@bosh6/formats';
import type { Desired, DesiredStemcell } from './desired.js';
import { fail } from './errors.js';

/** The CPI that an AZ's VMs are made with. */
export function cpiOfAz({ azs }: Pick<CloudConfig, 'azs'>, az: string | undefined): string {
  return azs.find(({ name }) => name === az)?.cpi ?? '';
}

/** A stemcell as one CPI has it. Throws 50003 where it has not. */
export function stemcellOn(desired: Pick<Desired, 'stemcells'>, alias: string, cpi: string, what: string, where?: Where): DesiredStemcell {
  const all = desired.stemcells.filter((stemcell) => stemcell.alias === alias);
  const found = all.find((stemcell) => stemcell.cpi === cpi);
  if (found !== undefined) return found;
  const [some] = all;
  const name = cpi === '' ? "the Director's own CPI" : `CPI '${cpi}'`;
  const others = all.map((stemcell) => (stemcell.cpi === '' ? "the Director's own" : `'${stemcell.cpi}'`)).join(', ');
  throw fail(
    'StemcellNotFound',
    `${what} needs stemcell '${some?.name ?? alias}/${some?.version}' on ${name}, which has not got it; only ${others} has`,
    where === undefined ? {} : { where },
  );
}
