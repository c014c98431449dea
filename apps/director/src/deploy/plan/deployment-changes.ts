import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type Json } from '@bosh6/base';
import type { PlannedChange } from '@bosh6/director-api';
import { parseYaml } from '@bosh6/formats';
import type { DeploymentRow } from '../../persistence/rows/index.js';
import type { Repositories } from '../../persistence/store.js';
import { deployedArtifacts } from '../deployed-artifacts.js';
import { noId } from '../deployment-of.js';
import type { Prepared } from '../prepare-deploy.js';

type Asked = Pick<Prepared, 'deployment' | 'payload' | 'placement' | 'resolved'>;

/** What a deploy would change of the deployment itself, whether an instance changes or not: errands, for one, run with what was deployed last. */
export async function deploymentChanges(read: Repositories, { deployment, payload, placement, resolved }: Asked): Promise<PlannedChange[]> {
  if (deployment.id === noId) return [change('new', 'it is new')];
  if (deployment.manifestText === null) return [change('new', 'no deploy of it has come to its end')];
  const parts = manifestParts(parseYaml(deployment.manifestText, 'manifest').value, parseYaml(payload.manifestText, 'manifest').value);
  const now = { releaseVersionIds: resolved.releaseVersionIds, stemcellIds: resolved.stemcells.map(({ id }) => id) };
  return [
    ...(parts.length === 0 ? [] : [change('manifest', `its manifest changed: ${parts.join(', ')}`)]),
    ...(await artifactChanges(read, deployment, now)),
    ...errandsThatMove(placement).map((group) => change('network', `errand group '${group}' gets other addresses`)),
  ];
}

const change = (kind: string, reason: string): PlannedChange => ({ kind, reason, values: [] });

/** `latest` may stand for another version than it did, under the same manifest. */
async function artifactChanges(
  read: Repositories,
  deployment: DeploymentRow,
  wanted: Pick<DeploymentRow, 'releaseVersionIds' | 'stemcellIds'>,
): Promise<PlannedChange[]> {
  const [before, now] = [await deployedArtifacts(read, deployment), await deployedArtifacts(read, wanted)];
  return (['releases', 'stemcells'] as const).flatMap((kind) => {
    const had = new Set(before[kind]);
    const has = new Set(now[kind]);
    if (isDeepStrictEqual(had, has)) return [];
    const come = [...has].filter((each) => !had.has(each)).map((each) => `+ ${each}`);
    const gone = [...had].filter((each) => !has.has(each)).map((each) => `- ${each}`);
    return [change(kind, `its ${kind} changed: ${[...come, ...gone].join(', ')}`)];
  });
}

/** Without a VM they are no steps of the plan, but have their addresses. */
function errandsThatMove({ groups, instances }: Asked['placement']): string[] {
  const moved = new Set(
    instances
      .filter(({ reservations, releases }) => releases.length > 0 || reservations.some(({ heldBy }) => heldBy === undefined))
      .map(({ group }) => group),
  );
  return groups.filter(({ name, lifecycle }) => lifecycle === 'errand' && moved.has(name)).map(({ name }) => name);
}

/** Which sections differ in what they say, with the names of the entries that do. Values may be secret. */
function manifestParts(before: Json, after: Json): string[] {
  if (!isJsonObject(before) || !isJsonObject(after)) return [];
  return keysOf(before, after).flatMap((key) => {
    const [old, now] = [before[key], after[key]];
    if (isDeepStrictEqual(old, now)) return [];
    const names = Array.isArray(old ?? []) && Array.isArray(now ?? []) ? differingNames(byName(old), byName(now)) : [];
    return [names.length === 0 ? key : `${key} (${names.join(', ')})`];
  });
}

function differingNames(before: Record<string, Json>, after: Record<string, Json>): string[] {
  return keysOf(before, after).filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

const keysOf = (before: object, after: object): string[] => [...new Set([...Object.keys(before), ...Object.keys(after)])];

/** The entries that have a name; a stemcell may have but an alias. */
function byName(list: Json | undefined): Record<string, Json> {
  const entries = (Array.isArray(list) ? list : []).flatMap((item): [string, Json][] => {
    const name = isJsonObject(item) ? (item.name ?? item.alias) : undefined;
    return typeof name === 'string' ? [[name, item]] : [];
  });
  return Object.fromEntries(entries);
}
