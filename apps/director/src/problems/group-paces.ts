import { type Manifest, parseManifest } from '@bosh6/formats';
import { readDocuments } from '../deploy/documents.js';
import { amountOf } from '../deploy/update-groups.js';
import { resolveVariables } from '../deploy/variables/resolve-variables.js';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow } from '../persistence/rows/index.js';

/** How fast a group's instances may be changed. */
export interface Pace {
  readonly group: string;
  /** Nothing else is changed meanwhile. */
  readonly serial: boolean;
  /** How many of `total` at once; `override` is what the command line said. */
  limit(total: number, override: string | undefined): number;
}

/** The paces of these groups in the manifest's order; of what the manifest does not have, one by one at the end. */
export async function groupPaces(scope: Scope, deployment: DeploymentRow, groups: ReadonlySet<string>): Promise<Pace[]> {
  const named = (await deployedManifest(scope, deployment))?.instanceGroups.filter(({ name }) => groups.has(name)) ?? [];
  const others = [...groups].filter((group) => named.every(({ name }) => name !== group));
  return [
    ...named.map(({ name, update }) => ({
      group: name,
      serial: update.serial,
      limit: (total: number, override: string | undefined) => amountOf(override, update.maxInFlight, total, 1),
    })),
    ...others.map((group) => ({
      group,
      serial: true,
      limit: (total: number, override: string | undefined) => amountOf(override, { count: 1 }, total, 1),
    })),
  ];
}

async function deployedManifest(scope: Scope, deployment: DeploymentRow): Promise<Manifest | undefined> {
  if (deployment.manifestText === null) return undefined;
  try {
    const texts = { manifestText: deployment.manifestText, cloudConfigIds: [], runtimeConfigIds: [] };
    const written = await readDocuments(scope, deployment.teams, texts);
    return parseManifest((await resolveVariables(scope, deployment, written)).manifest);
  } catch (error) {
    scope.task.debug(`the pace of updates is not known: ${String(error)}`);
    return undefined;
  }
}
