import { adoptLab, type LabHandle } from '@bosh6/lab';
import { fail } from '../errors.js';
import { findHome } from './home.js';

/** The lab that runs for this state directory. Errors: LabNotRunning. */
export async function findLab(): Promise<LabHandle> {
  const home = findHome();
  const lab = await adoptLab(home.lab);
  if (lab === undefined) throw fail('LabNotRunning', `no lab runs for ${home.root}`);
  return lab;
}
