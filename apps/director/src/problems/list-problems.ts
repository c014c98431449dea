import type { Problem } from '@bosh6/director-api';
import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { subjectOf } from './subject-of.js';

/** A deployment's open problems, oldest first, as the API shows them. What is gone since the scan is shown as `invalid_problem`. */
export async function listProblems(read: Repositories, { id: deploymentId }: DeploymentRow): Promise<Problem[]> {
  const listed: Problem[] = [];
  for (const problem of await read.problems.all({ deploymentId, state: 'open' })) {
    const { id, type, data } = problem;
    const known = await subjectOf(read, problem);
    if (known === undefined) {
      const description = `What problem ${id} (${type} ${problem.resourceId}) is about is gone`;
      const resolutions = [{ name: 'close', plan: 'Close the problem' }];
      listed.push({ id, type: 'invalid_problem', data, description, resolutions, instance_group: null });
      continue;
    }
    const { kind, subject } = known;
    const resolutions = Object.entries(kind.resolutions).map(([name, { plan }]) => ({ name, plan }));
    listed.push({ id, type, data, description: kind.describe(subject), resolutions, instance_group: subject.instance.group });
  }
  return listed;
}
