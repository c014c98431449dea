import { CodedError } from '@bosh6/base';
import type { LabHandle } from '@bosh6/lab';
import { type Finding, fine, machineFindings, runningLabFindings, wanting } from '@bosh6/lab/machine';
import type { Home } from '../up/home.js';
import { findTree } from '../up/tree.js';
import { version } from '../version.js';

/** This CLI and, where lab and Director are beside it, what those need of the machine. */
export async function examineMachine(home: Home, lab: LabHandle | undefined): Promise<Finding[]> {
  const own = fine('CLI', `bosh6 ${version}, Node ${process.versions.node}`);
  try {
    findTree();
  } catch (error) {
    if (!CodedError.is(error, 'NotOnThisMachine')) throw error;
    return [own, wanting('lab', error, 'warn')];
  }
  const running = lab === undefined ? [] : await runningLabFindings(lab);
  return [own, ...(await machineFindings(home.lab)), ...running];
}
