import type { InstanceSnapshot, Placement, SharedProvider, Snapshot } from '@bosh6/plan';
import type { KnownCpi } from '../../core/collaborators.js';
import type { UpdateDeploymentPayload } from '../payloads.js';
import type { Resolved } from '../resolve-desired.js';
import type { FilledDocuments } from '../variables/resolve-variables.js';
import { digest } from './digest.js';

/** What a plan is made from; when all of it is the same, so is the plan. */
const parts = {
  manifest: 'the manifest',
  options: 'the options',
  configs: 'the cloud and runtime configs',
  cpis: 'the CPI configs',
  releases: 'the releases',
  packages: 'the compiled packages',
  stemcells: 'the stemcells',
  variables: 'the generated variables',
  links: 'the links that other deployments share',
  certificates: 'the certificates that VMs are to trust',
  instances: 'the instances, their VMs and disks',
  addresses: 'the addresses that are free',
} as const;

export type PartName = keyof typeof parts;
export type PlanParts = Record<PartName, string>;
export const partNames = Object.keys(parts) as PartName[];

export interface PlanBasis {
  payload: UpdateDeploymentPayload;
  documents: Pick<FilledDocuments, 'cloudConfigIds' | 'runtimeConfigIds' | 'variables'>;
  cpis: readonly KnownCpi[];
  resolved: Resolved;
  shared: readonly SharedProvider[];
  snapshot: Snapshot;
  placement: Placement;
}

/** A digest of each part. */
export function partsOf({ payload, documents, cpis, resolved, shared, snapshot, placement }: PlanBasis): PlanParts {
  const { manifestText, recreate, recreateCreatedBefore, recreatePersistentDisks, fix, skipDrain } = payload;
  const { canaries, maxInFlight, stateChange, forceLatestVariables } = payload;
  const { releases, stemcells, calculated, trustedCerts } = resolved.desired;
  const values: Record<PartName, unknown> = {
    manifest: manifestText,
    options: {
      recreate,
      recreateCreatedBefore,
      recreatePersistentDisks,
      fix,
      skipDrain,
      canaries,
      maxInFlight,
      stateChange,
      forceLatestVariables,
    },
    configs: [documents.cloudConfigIds, documents.runtimeConfigIds],
    cpis: [cpis, calculated],
    releases,
    packages: sorted(snapshot.compiledPackages.map((each) => JSON.stringify(each))),
    stemcells,
    variables: documents.variables.stored,
    links: shared,
    certificates: trustedCerts ?? null,
    instances: [...snapshot.instances].sort((a, b) => a.id - b.id).map(inOrder),
    // Not all that are in use: only those that it would take.
    addresses: placement.instances.map(({ uuid, reservations, releases: left }) => ({ uuid, reservations, left })),
  };
  return Object.fromEntries(partNames.map((name) => [name, digest(values[name])])) as PlanParts;
}

/** With one of these, an instance's addresses change by themselves. */
const moving: readonly PartName[] = ['manifest', 'options', 'configs', 'instances'];

/** In words, what of two plans differs. */
export function differingParts(before: PlanParts, now: PlanParts): string[] {
  const names = partNames.filter((name) => before[name] !== now[name]);
  const isMoved = names.some((name) => moving.includes(name));
  return names.filter((name) => !(isMoved && name === 'addresses')).map((name) => parts[name]);
}

function inOrder(instance: InstanceSnapshot): InstanceSnapshot {
  return { ...instance, reservations: [...instance.reservations].sort((a, b) => a.id - b.id) };
}

const sorted = (texts: string[]): string[] => texts.sort();
