import { forgetRecords } from '../dns/update-records.js';
import { forgetRuns } from '../errands/unchanged.js';
import { forgetLinks } from '../links/forget-links.js';
import type { Repositories } from '../persistence/store.js';

/** Forgets a deployment, and all that is known of it beside its instances and dynamic disks, which must be gone. Inside `Store.write`. */
export async function forgetDeployment(tx: Repositories, deploymentId: number): Promise<void> {
  await tx.variables.delete({ deploymentId });
  await tx.variables.former.delete({ deploymentId });
  await forgetLinks(tx, deploymentId);
  await forgetRuns(tx, deploymentId);
  await tx.problems.delete({ deploymentId });
  await forgetRecords(tx, deploymentId);
  await tx.deployments.delete({ id: deploymentId });
}

/** The same, where its first deploy left neither an instance nor a dynamic disk. */
export async function forgetEmpty(tx: Repositories, deploymentId: number): Promise<void> {
  if ((await tx.instances.count({ deploymentId })) > 0 || (await tx.dynamicDisks.count({ deploymentId })) > 0) return;
  await forgetDeployment(tx, deploymentId);
}
