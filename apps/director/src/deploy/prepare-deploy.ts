import { CodedError } from '@bosh6/base';
import { duplicateKeyWarnings } from '@bosh6/formats';
import {
  decide,
  type Naming,
  type PlacedInstance,
  type Placement,
  type Plan,
  placing,
  resolveLinks,
  type Snapshot,
  type UnknownLink,
  unknownLinks,
} from '@bosh6/plan';
import { inTurns } from '../core/take-turns.js';
import { knownNaming, nameInstances } from '../dns/naming.js';
import { zoneNumbers } from '../dns/zone-numbers.js';
import type { Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import { givenProviders, sharedProviders } from '../links/shared-providers.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import { JobReader } from '../rendering/job-contents.js';
import { renderInstances } from '../rendering/render-instances.js';
import type { RenderedTemplates } from '../rendering/rendered-templates.js';
import { addAddons } from './add-addons.js';
import { anewOf } from './anew-of.js';
import { checkDiskCpis } from './check-disk-cpis.js';
import { type Deploy } from './deploy.js';
import { allOf, parseDocuments } from './documents.js';
import { fail } from './errors.js';
import { type Focus, isInFocus } from './focus.js';
import { holdArtifacts, withStemcells } from './hold-artifacts.js';
import { nameHolder } from './name-holder.js';
import type { UpdateDeploymentPayload } from './payloads.js';
import { idsOf, type SeenPlan } from './plan/plan-id.js';
import { differingParts, partsOf } from './plan/plan-parts.js';
import { type Resolved, resolveDesired } from './resolve-desired.js';
import { stateChangeOf } from './state-change-of.js';
import { type StoredPlacement, storePlacement } from './store-placement.js';
import { takeSnapshot } from './take-snapshot.js';
import { unmetWishes } from './unmet-wishes.js';
import type { FilledDocuments } from './variables/resolve-variables.js';
import { storeVariables } from './variables/store-variables.js';

/** So often a deploy places its instances anew because another one was faster with an address. */
const maxPlacements = 10;

export type Prepared = Omit<Deploy, 'compiled'> & Omit<StoredPlacement, 'rows'> & { resolved: Resolved; snapshot: Snapshot };

/** What is, and where things go from there. */
type Placed = Pick<Prepared, 'snapshot' | 'placement'>;

/** Less than a whole deploy. */
export interface Limits {
  focus?: Focus;
  /** What is known of the VMs in focus already, so that nobody asks them. */
  known?: 'gone' | 'unresponsive';
  /** The errand group that is about to run. */
  errand?: string;
  /** The new instances are those of this plan; with its parts, nothing but it is done. */
  plan?: Pick<SeenPlan, 'seed'> & Partial<SeenPlan>;
}

/**
 * Decides a whole deploy and stores its addresses and new instances, with nothing outside touched: parse, look up, snapshot, place, render,
 * decide, one transaction. When an address was taken meanwhile, all from the snapshot on is done again. Throws PlanOutdated when that would not be what the
 * plan said.
 */
export async function prepareDeploy(
  scope: Scope,
  documents: FilledDocuments,
  deployment: DeploymentRow,
  payload: UpdateDeploymentPayload,
  limits: Limits = {},
): Promise<Prepared> {
  const { renderer, blobs } = scope.collaborators;
  const { read } = scope.collaborators.store;
  // Ruby takes a while to start; it does so while we look things up.
  renderer.warm().catch(() => undefined);
  const stage = scope.task.events.stage('Preparing deployment', 1);
  const jobs = new JobReader(blobs);
  const bound = await stage.task('Preparing deployment', async () => {
    for (const warning of allOf(documents).flatMap(duplicateKeyWarnings)) scope.task.events.warning(warning);
    const { runtimes, ...written } = parseDocuments(documents);
    const pinned = payload.stored ? deployment : undefined;
    const parsed = { ...written, manifest: await addAddons(read, deployment, written.manifest, runtimes, pinned?.releaseVersionIds) };
    if (limits.focus !== undefined) for (const { update } of parsed.manifest.instanceGroups) update.vmStrategy = 'delete-create';
    const warn = ({ pointer, document, what }: UnknownLink): void => {
      const { name, locate } = documents.manifest;
      const line = document === undefined ? locate(pointer)?.line : undefined;
      scope.task.events.warning(`${document ?? name}${line === undefined ? '' : `, line ${line}`}: ${what}`);
    };
    for (const wish of unmetWishes(parsed.manifest, parsed.cloudConfig)) warn(wish);
    const resolved = await resolveDesired(scope, parsed.manifest, parsed.cloudConfig, {
      anew: anewOf(scope, payload),
      stateChange: await stateChangeOf(scope, deployment, parsed.manifest, payload.stateChange),
      pinned,
      errand: limits.errand,
      newId: limits.plan === undefined ? undefined : idsOf(limits.plan.seed),
    });
    if (pinned === undefined) for (const unknown of unknownLinks(parsed.manifest, resolved.desired.releases)) warn(unknown);
    const shared = await (pinned === undefined ? sharedProviders(read, parsed.manifest) : givenProviders(read, pinned, parsed.manifest));
    const placeAgain = () => placeNow(scope, deployment, { resolved, shared }, payload, documents, limits);
    return { ...parsed, resolved, shared, placeAgain, placed: await placeAgain() };
  });
  const { manifest, resolved, shared } = bound;
  const zones = await zoneNumbers(scope.collaborators.store.read);
  const render = async (placement: Placement, naming: Naming): Promise<Map<string, RenderedTemplates>> => {
    const links = resolveLinks(manifest, placement, shared, limits.focus?.group);
    const only = (instance: PlacedInstance): boolean => isInFocus(limits.focus, instance);
    return renderInstances({ manifest, naming, placement, links, jobs, renderer, zoneNumbers: zones, signal: scope.task.signal, only });
  };
  const store = (placement: Placement) =>
    withStemcells(scope, resolved, () =>
      storePlacement(scope, deployment, placement, async (tx) => {
        await holdArtifacts(tx, deployment, manifest, resolved);
        await storeVariables(tx, scope, deployment, documents.variables);
      }),
    );
  return stage.task('Rendering templates', async () => {
    for (let attempt = 1, { placed } = bound; ; attempt += 1) {
      const { placement } = placed;
      // A preview writes nothing: what would be new has no number yet.
      const naming = await (payload.dryRun === true
        ? knownNaming(read, deployment, manifest)
        : nameInstances(scope.collaborators.store, deployment, manifest, placement));
      const templates = await render(placement, naming);
      const hashes = Object.fromEntries([...templates].map(([uuid, { configurationHash }]) => [uuid, configurationHash]));
      const plan = focused(decide(placement, hashes), limits.focus);
      await checkDiskCpis(scope, plan, placement);
      scope.task.throwIfCancelled();
      try {
        const stored = payload.dryRun === true ? { rows: new Map(), added: [], retired: [] } : await store(placement);
        for (const step of plan.instances) {
          const [lost] = step.changes.filter(({ kind }) => kind === 'missing_vm');
          if (lost !== undefined && step.action === 'recreate') scope.task.events.warning(`${titleOf(step)} gets a new VM: ${lost.reason}`);
        }
        return { scope, payload, deployment, manifest, ...placed, plan, naming, templates, resolved, shared, ...stored };
      } catch (error) {
        if (!CodedError.is(error, 'AddressTaken') || attempt === maxPlacements) throw error;
        placed = await bound.placeAgain();
      }
    }
  });
}

function focused(plan: Plan, focus: Focus | undefined): Plan {
  if (focus === undefined) return plan;
  return { ...plan, instances: plan.instances.filter((step) => isInFocus(focus, step)), delete: [] };
}

async function placeNow(
  scope: Scope,
  deployment: DeploymentRow,
  { resolved, shared }: Pick<Prepared, 'resolved' | 'shared'>,
  payload: UpdateDeploymentPayload,
  documents: FilledDocuments,
  { focus, known, plan }: Limits,
): Promise<Placed> {
  const snapshot = await takeSnapshot(scope, deployment, resolved.desired, { fix: payload.fix === true, focus, known });
  let placement: Placement;
  try {
    placement = await inTurns(placing(snapshot, resolved.desired));
  } catch (error) {
    throw await nameHolder(scope, error);
  }
  if (plan?.parts !== undefined) {
    const cpis = await scope.collaborators.cpis.known();
    const changed = differingParts(plan.parts, partsOf({ payload, documents, cpis, resolved, shared, snapshot, placement }));
    if (changed.length > 0) throw fail('PlanOutdated', `since the plan was made, there changed: ${changed.join('; ')}`);
  }
  return { snapshot, placement };
}
