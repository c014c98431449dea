import { CodedError, isJsonObject, type Json } from '@bosh6/base';
import type { CloudConfig, InstanceGroup, Manifest, SourceDocument } from '@bosh6/formats';
import {
  attempt,
  type Collected,
  collectErrors,
  hasPlaceholder,
  lintSubject,
  nearest,
  type Problem,
  type PrunedTree,
  problemOf,
  type Subject,
  valueAt,
} from '@bosh6/formats/lint';
import { IntervalSet, IpRange } from '@bosh6/ip';
import { type GroupNetwork, reserveStatic } from '@bosh6/ipam';
import { persistentDiskOf } from '../bind-group.js';
import { mergeCloudProperties } from '../cloud-properties.js';
import { groupNetworksOf } from '../group-networks.js';
import { groupTraps } from './group-traps.js';
import type { CloudReading } from './lint-cloud.js';

/** Lints a manifest, against cloud configs where some were given: what it names must be there, and its addresses must fit. */
export function lintManifest(subject: Subject, cloud: CloudReading | undefined): Problem[] {
  const { value, problems, trees } = lintSubject(subject, 'manifest');
  const manifest = value as Manifest | undefined;
  const [tree] = trees;
  if (manifest === undefined || tree === undefined || cloud === undefined) return problems;
  const at = (pointer: string): ReturnType<Subject['place']> => subject.place(tree.original(pointer));
  const judged = manifest.instanceGroups.map((group) => judgeGroup(group, subject, tree, cloud));
  const references = manifest.instanceGroups
    .flatMap((group) => referenceErrors(group, cloud))
    .filter(({ where }) => !tree.hasLost(tree.original(where?.pointer ?? '')) && !hasPlaceholder(tree.at(where?.pointer ?? '')));
  return [
    ...problems,
    ...references.map((error) => suggesting(problemOf(error, at(error.where?.pointer ?? '')), subject, kindsOf(error, cloud.config))),
    ...judged.flatMap(({ problems: found }) => found),
    ...addressesTwice(judged.flatMap(({ networks }) => networks)).map((error) => problemOf(error, at(error.where?.pointer ?? ''))),
  ];
}

interface Judged {
  networks: GroupNetwork[];
  problems: Problem[];
}

/** What there is of the kind of thing that was not found. */
function kindsOf({ code }: CodedError, { vmTypes, vmExtensions, diskTypes }: CloudConfig): readonly { name: string }[] {
  return code === 'UnknownVmType' ? vmTypes : code === 'UnknownDiskType' ? diskTypes : vmExtensions;
}

/** What the group names of the cloud config, but for networks. */
function referenceErrors(group: InstanceGroup, { config, absent }: CloudReading): CodedError[] {
  const label = `instance group '${group.name}'`;
  const where = (key: string): { pointer: string } => ({ pointer: `${group.pointer}/${key}` });
  const { vmType } = group;
  const checks = [
    () => absent.has('disk_types') || group.persistentDisk?.kind !== 'type' || persistentDiskOf(group, { cloudConfig: config }),
    () => vmType === undefined || absent.has('vm_types') || mergeCloudProperties(config, { vmType, vmExtensions: [] }, label, where),
    ...(absent.has('vm_extensions') ? [] : group.vmExtensions).map((name, index) => () => {
      mergeCloudProperties(config, { vmExtensions: [name] }, label, (key) => where(`${key}/${index}`));
    }),
  ];
  return checks.map((check) => attempt<unknown>(check)).flatMap((tried) => ('error' in tried ? [tried.error] : []));
}

/** All that is wrong with a group's networks, read one by one until nothing is. */
function judgeGroup(group: InstanceGroup, subject: Subject, tree: PrunedTree, cloud: CloudReading): Judged {
  const lost = ['azs', 'networks'].some((key) => tree.hasLostWithin(tree.original(`${group.pointer}/${key}`)));
  const unsure = lost || group.networks.some((entry) => isUnsure(entry, cloud));
  if (unsure) return { networks: [], problems: [] };
  const part: Subject = {
    name: subject.name,
    value: { networks: group.networks, ...(group.azs === undefined ? {} : { azs: group.azs }) },
    place: (pointer) => subject.place(tree.original(`${group.pointer}${pointer}`)),
    scalarText: () => undefined,
  };
  const known = cloud.absent.has('azs')
    ? [...cloud.config.azs, ...(group.azs ?? []).map((name) => ({ name, cloudProperties: {}, document: '', pointer: '' }))]
    : cloud.config.azs;
  const isCounted = !tree.hasLostWithin(tree.original(`${group.pointer}/instances`));
  const reader =
    (isSure: boolean) =>
    ([document]: SourceDocument[]): GroupNetwork[] => {
      const { networks, azs } = (document as SourceDocument).value as { networks?: Json[]; azs?: string[] };
      // Of a group whose AZs are all wrong nothing is known but that it has some.
      const zones = group.azs !== undefined && (azs ?? []).length === 0 ? { azs: known.map(({ name }) => name) } : azs && { azs };
      const instances = isSure ? group.instances : listedIn(networks);
      const asked = { ...group, instances, networks: networks ?? [], networksPointer: '/networks', pointer: '', ...zones };
      return groupNetworksOf(asked, cloud.networks, { ...cloud.config, azs: known });
    };
  const { value, problems, trees } = collectErrors([part], reader(isCounted), { mend: mendDefaults });
  const isWhole = value !== undefined && trees[0]?.hasLostWithin('') === false;
  const counted = problems
    .filter(({ pointer = '' }) => isCounted || !pointer.endsWith('/static_ips'))
    .map((problem) => (problem.code === 'NetworkUnknown' ? suggesting(problem, subject, cloud.networks) : problem));
  // What it asks for rightly counts for the other groups all the same.
  if (!isWhole) return { networks: placed(collectErrors([part], reader(false), { mend: mendDefaults }), group), problems: counted };
  const traps = groupTraps(value, group.azs, '/networks');
  const warnings = traps.map((found) => ({ ...problemOf(found, part.place(found.where?.pointer ?? '')), severity: 'warning' as const }));
  const networks = value.map((network) => ({ ...network, pointer: `${group.pointer}${network.pointer}` }));
  return { networks, problems: [...counted, ...warnings] };
}

/** What is left of a group's networks, where it stands in the manifest. */
function placed({ value = [], trees: [tree] }: Collected<GroupNetwork[]>, group: InstanceGroup): GroupNetwork[] {
  return value.map((network) => ({ ...network, pointer: `${group.pointer}${tree?.original(network.pointer) ?? network.pointer}` }));
}

/** Somebody has to be the default, when who was is lost. */
function mendDefaults(part: PrunedTree, _pointer: string, error: CodedError): boolean {
  if (!CodedError.is(error, 'DefaultMissing') || !part.hasLostWithin('/networks')) return false;
  const networks = part.at('/networks');
  for (const at of Array.isArray(networks) ? networks.keys() : [])
    if (part.at(`/networks/${at}/default`) !== undefined) part.take(`/networks/${at}/default`);
  return part.put('/networks/0/default', ['dns', 'gateway']);
}

/** How many instances a group has that does not say so: as many as it lists addresses for. */
function listedIn(networks: readonly Json[] = []): number {
  const lists = networks.flatMap((entry) => (isJsonObject(entry) && Array.isArray(entry.static_ips) ? [entry.static_ips.length] : []));
  return lists[0] ?? 1;
}

/** With the known name that was probably meant. */
function suggesting(problem: Problem, subject: Subject, known: readonly { name: string }[]): Problem {
  const value = valueAt(subject, problem.pointer ?? '');
  const meant =
    typeof value === 'string'
      ? nearest(
          value,
          known.map(({ name }) => name),
        )
      : undefined;
  return meant === undefined ? problem : { ...problem, fix: `did you mean '${meant}'?` };
}

function isUnsure(entry: Json, cloud: CloudReading): boolean {
  const name = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
  return typeof name === 'string' && (hasPlaceholder(name) || cloud.isUnsure(name));
}

/** Addresses that two groups ask for, or that nobody may have. */
function addressesTwice(entries: readonly GroupNetwork[]): CodedError[] {
  let used = IntervalSet.empty;
  return entries.flatMap(({ network, staticIps = [], pointer }) =>
    staticIps.flatMap((address) => {
      const result = reserveStatic(network, address, { used, pointer: `${pointer}/static_ips` });
      if (!result.ok) return [result.error];
      used = used.add(IpRange.of(result.reservation.prefix.first, result.reservation.prefix.last));
      return [];
    }),
  );
}
