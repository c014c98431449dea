import type { Finding } from './finding.js';
import { kernelFindings } from './kernel.js';
import { limitFindings, spaceFinding } from './limits.js';
import { programFindings } from './programs.js';

export { type Finding, fine, wanting } from './finding.js';
export { programFindings } from './programs.js';
export { runningLabFindings } from './running-lab.js';

/** Everything that a lab needs of this machine and this user, best first where things depend on each other. `stateDirectory` need not be there yet. */
export async function machineFindings(stateDirectory: string): Promise<Finding[]> {
  const [kernel, space] = await Promise.all([kernelFindings(stateDirectory), spaceFinding(stateDirectory)]);
  return [...programFindings(), ...kernel, ...limitFindings(), space];
}
