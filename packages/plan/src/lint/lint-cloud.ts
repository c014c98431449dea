import { CodedError, isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { type CloudConfig, parseCloudConfig } from '@bosh6/formats';
import { collectErrors, keyProblems, type Problem, type PrunedTree, problemOf, type Subject, shapeProblems } from '@bosh6/formats/lint';
import type { Network } from '@bosh6/ipam';
import { networksOf } from '../networks.js';
import { cloudTraps } from './cloud-traps.js';
import { trap } from './traps.js';

/** What is known of the cloud configs once they are linted. */
export interface CloudReading {
  /** What is left without the errors. */
  config: CloudConfig;
  networks: Network[];
  /** Sections that none of the given texts has: some other cloud config will. */
  absent: ReadonlySet<Section>;
  /** Whether a network lost parts to errors or variables, so that what uses it cannot be judged. */
  isUnsure(network: string): boolean;
}

const sections = ['azs', 'networks', 'vm_types', 'vm_extensions', 'disk_types', 'compilation'] as const;
export type Section = (typeof sections)[number];

/** Holds what the given texts leave to others. */
const elsewhere = '(elsewhere)';
const standIn = 'of-another-cloud-config';

/** Lints cloud configs as the Director reads them: all as one. No reading when nothing of them can be read. */
export function lintCloudConfigs(subjects: readonly Subject[]): { problems: Problem[]; reading?: CloudReading } {
  const roots = subjects.map(({ value }) => (isJsonObject(value) ? value : {}));
  const absent = new Set(sections.filter((section) => !roots.some((root) => section in root)));
  const rest: Subject = {
    name: elsewhere,
    value: othersOf(roots, absent),
    place: (pointer) => ({ document: elsewhere, pointer }),
    scalarText: () => undefined,
  };
  const { problems, value, trees } = collectErrors(
    [...subjects, rest],
    (documents) => {
      const config = parseCloudConfig(documents);
      return { config, networks: networksOf({ cloudConfig: config, neverAllocate: [] }) };
    },
    { mend: mendCloud },
  );
  const own = problems.filter(({ document }) => document !== elsewhere);
  for (const subject of subjects) {
    own.push(
      ...shapeProblems(
        subject,
        'cloud-config',
        own.filter(({ document }) => document === subject.name),
      ),
    );
    own.push(
      ...keyProblems(
        subject,
        'cloud-config',
        own.filter(({ document }) => document === subject.name),
      ),
    );
  }
  if (value === undefined) return { problems: own };
  own.push(...absentProblems(subjects, absent, value.config), ...trapProblems(subjects, trees, value));
  const unsure = unsureNetworks(subjects, trees);
  const networks = value.networks.filter(({ name }) => name !== standIn);
  const isUnsure = (network: string): boolean => absent.has('networks') || unsure.has(network) || unsure.has('');
  return { problems: own, reading: { config: value.config, networks, absent, isUnsure } };
}

function mendCloud(tree: PrunedTree, pointer: string, error: CodedError): boolean {
  // Where an IPv4 subnet's gateway was wrong another stands in, which is in nobody's way.
  if (CodedError.is(error, 'PropertyMissing') && tree.hasLost(tree.original(`${pointer}/gateway`)))
    return (
      tree.put(`${pointer}/gateway`, '192.0.2.1') && (tree.at(`${pointer}/on_link`) !== undefined || tree.put(`${pointer}/on_link`, true))
    );
  const filling = fillings[tree.original(pointer)];
  return filling !== undefined && tree.put(pointer, filling);
}

const fillings: Record<string, Json> = {
  '/compilation': { workers: 1, network: standIn },
  '/compilation/workers': 1,
  '/compilation/network': standIn,
};

/** A config with the sections that nobody gave, as the given ones need them. */
function othersOf(roots: readonly JsonObject[], absent: ReadonlySet<Section>): JsonObject {
  const compilations = roots.map(({ compilation }) => compilation).filter(isJsonObject);
  const named = (names: readonly (Json | undefined)[]): JsonObject[] =>
    [...new Set(names.filter((name) => typeof name === 'string'))].map((name) => ({ name }));
  const zones = roots
    .flatMap(({ networks }) => (Array.isArray(networks) ? networks : []))
    .flatMap((network) => (isJsonObject(network) && Array.isArray(network.subnets) ? network.subnets : []))
    .flatMap((subnet) => (isJsonObject(subnet) ? [subnet.az, ...(Array.isArray(subnet.azs) ? subnet.azs : [])] : []));
  const extensions = compilations.flatMap(({ vm_extensions: names }) => (Array.isArray(names) ? names : []));
  const networks = absent.has('networks') ? named(compilations.map(({ network }) => network)) : [];
  return {
    networks: [...networks, { name: standIn }].map((network) => ({ ...network, type: 'dynamic' })),
    ...(absent.has('compilation') ? { compilation: { workers: 1, network: standIn } } : {}),
    ...(absent.has('azs') ? { azs: named([...zones, ...compilations.map(({ az }) => az)]) } : {}),
    ...(absent.has('vm_types') ? { vm_types: named(compilations.map(({ vm_type: type }) => type)) } : {}),
    ...(absent.has('vm_extensions') ? { vm_extensions: named(extensions) } : {}),
  };
}

function absentProblems(subjects: readonly Subject[], absent: ReadonlySet<Section>, config: CloudConfig): Problem[] {
  const [first] = subjects;
  const isNeeded = (section: Section): boolean =>
    section === 'networks' || section === 'compilation' || (section === 'azs' && config.azs.length > 0);
  return sections
    .filter((section) => first !== undefined && absent.has(section) && isNeeded(section))
    .map((section) => ({
      ...problemOf(trap('SectionElsewhere', `no cloud config that was given has '${section}'`), first?.place('') ?? { document: '' }),
      severity: 'warning',
    }));
}

function trapProblems(
  subjects: readonly Subject[],
  trees: readonly PrunedTree[],
  { config, networks }: { config: CloudConfig; networks: Network[] },
): Problem[] {
  return networks.flatMap((network, at) => {
    const source = config.networkSources[at];
    const index = trees.findIndex(({ name }) => name === source?.document);
    const [subject, tree] = [subjects[index], trees[index]];
    if (source === undefined || subject === undefined || tree === undefined) return [];
    return cloudTraps(network, config.networks[at] as Json).map((found) => ({
      ...problemOf(found, subject.place(tree.original(`${source.pointer}${found.where?.pointer ?? ''}`))),
      severity: 'warning' as const,
    }));
  });
}

/** Names of networks that something was taken from; `''` when a whole list is unsure. */
function unsureNetworks(subjects: readonly Subject[], trees: readonly PrunedTree[]): Set<string> {
  return new Set(
    subjects.flatMap(({ value }, at) => {
      const networks = isJsonObject(value) ? value.networks : undefined;
      if (!Array.isArray(networks)) return networks === undefined ? [] : [''];
      return networks
        .filter((_network, index) => trees[at]?.hasLostWithin(`/networks/${index}`))
        .map((network) => (isJsonObject(network) && typeof network.name !== 'object' ? String(network.name) : ''));
    }),
  );
}
