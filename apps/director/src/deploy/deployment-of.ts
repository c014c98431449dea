import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';

/** Of a deployment that has no row yet; no instance, disk or variable is its. */
export const noId = 0;

/** The deployment that a deploy is about as it is now, or as it would begin. Throws 600000 and 70000. */
export async function deploymentOf(read: Repositories, payload: UpdateDeploymentPayload): Promise<DeploymentRow> {
  const { deployment: name, teams = [], onlyTeams = false } = payload;
  const known = await read.deployments.find({ name });
  // Another team may have made it since the request was let in.
  if (known !== undefined && onlyTeams && !known.teams.some((team) => teams.includes(team)))
    throw fail('DeploymentOfOthers', `deployment '${name}' belongs to none of the teams ${teams.join(', ')}`);
  if (known !== undefined) return known;
  if (payload.stateChange !== undefined) throw fail('DeploymentNotFound', `there is no deployment '${name}' any more`);
  return { id: noId, name, manifestText: null, cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [], teams };
}
