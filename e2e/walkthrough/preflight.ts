import { machineFindings } from '@bosh6/lab/machine';

/** What this machine lacks, one sentence each with the command that brings it; empty when all is there. */
export async function missing(stateDirectory: string): Promise<string[]> {
  const findings = await machineFindings(stateDirectory);
  return findings.filter(({ state }) => state === 'fail').map(({ says, problem }) => `${says}; ${problem?.hint ?? ''}`);
}
