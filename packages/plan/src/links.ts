import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { ConsumedLink, InstanceGroup, Manifest, ManifestJob } from '@bosh6/formats';
import type { GroupJob } from './desired.js';
import { fail } from './errors.js';
import type { PlacedInstance, Placement } from './placement.js';

/** A job that offers a link. */
export interface LinkProvider {
  group: InstanceGroup;
  job: GroupJob;
  manifestJob: ManifestJob;
  /** Name in the release, and the one other jobs use: `as`, else the same. */
  originalName: string;
  name: string;
  type: string;
  /** Names of the properties it hands on. */
  properties: string[];
}

/** What one job of one group sees, by the name it consumes the link by. */
export type ResolvedLinks = Record<string, LinkSource>;
export type LinkSource =
  | { kind: 'provider'; provider: LinkProvider; network?: string }
  | { kind: 'manual'; instances: JsonObject[]; properties: JsonObject; address?: string };

/** `<group>` then `<job>` to its links. */
export type LinkTable = Record<string, Record<string, ResolvedLinks>>;

/**
 * Resolves the links of every job within the deployment: explicit ones by name and type, implicit ones by type alone where exactly one
 * provider fits. All that cannot be resolved is reported together (190016).
 */
export function resolveLinks(manifest: Manifest, placement: Placement): LinkTable {
  const providers = providersOf(manifest, placement);
  const problems: { message: string; pointer: string }[] = [];
  const table: LinkTable = bare();
  for (const group of manifest.instanceGroups) {
    for (const [at, manifestJob] of group.jobs.entries()) {
      const bound = placement.groups.find(({ name }) => name === group.name)?.jobs[at];
      for (const wanted of bound?.job.consumes ?? []) {
        const result = resolve(wanted, manifestJob, group, providers);
        if (typeof result === 'string') problems.push({ message: result, pointer: manifestJob.pointer });
        else if (result !== undefined) record(table, group.name, manifestJob.name)[wanted.name] = result;
      }
    }
  }
  const [first, ...more] = problems;
  if (first === undefined) return table;
  const text = [first, ...more].map(({ message }) => `\n- ${message}`).join('');
  throw fail('LinkUnresolved', `links of deployment '${manifest.name}' cannot be resolved:${text}`, { where: { pointer: first.pointer } });
}

function record(table: LinkTable, group: string, job: string): ResolvedLinks {
  const jobs = table[group] ?? bare<LinkTable[string]>();
  const links = jobs[job] ?? bare<ResolvedLinks>();
  jobs[job] = links;
  table[group] = jobs;
  return links;
}

/** A map in which a name of the manifest may be any text, `__proto__` too. */
function bare<T extends object>(): T {
  return Object.create(null) as T;
}

function providersOf(manifest: Manifest, placement: Placement): LinkProvider[] {
  return manifest.instanceGroups.flatMap((group) =>
    group.jobs.flatMap((manifestJob, at) => {
      const job = placement.groups.find(({ name }) => name === group.name)?.jobs[at];
      if (job === undefined) return [];
      const offered = [...job.job.provides, ...manifestJob.customProviderDefinitions];
      return offered.flatMap(({ name, type, properties }): LinkProvider[] => {
        const said = manifestJob.provides[name];
        if (said === 'nil') return [];
        return [{ group, job, manifestJob, originalName: name, name: said?.as ?? name, type, properties }];
      });
    }),
  );
}

function resolve(
  wanted: { name: string; type: string; optional: boolean },
  job: ManifestJob,
  group: InstanceGroup,
  providers: readonly LinkProvider[],
): LinkSource | string | undefined {
  const said: ConsumedLink | 'nil' | undefined = job.consumes[wanted.name];
  if (said === 'nil') return undefined;
  const what = `link '${wanted.name}' of type '${wanted.type}' of job '${job.name}' in instance group '${group.name}'`;
  if (said?.manual !== undefined) return { kind: 'manual', ...said.manual };
  if (said?.deployment !== undefined)
    return `${what} comes from deployment '${said.deployment}', and links between deployments are not supported`;
  const from = said?.from?.split('.').at(-1);
  const isExplicit = said !== undefined;
  const fitting = providers.filter(({ name, type }) => type === wanted.type && (!isExplicit || name === (from ?? wanted.name)));
  const [only, ...others] = fitting;
  if (only === undefined) return wanted.optional && from === undefined ? undefined : `nothing provides ${what}`;
  if (others.length > 0) return `${what} has ${fitting.length} providers: ${fitting.map(describe).join(', ')}; name one with \`consumes\``;
  return { kind: 'provider', provider: only, ...(said?.network === undefined ? {} : { network: said.network }) };
}

function describe({ group, job, name }: LinkProvider): string {
  return `'${name}' of ${group.name}/${job.name}`;
}

/** What a template sees of a link. `properties` are the provider's bound properties. */
export function linkContent(source: LinkSource, deployment: string, placement: Placement, properties: JsonObject): JsonObject {
  if (source.kind === 'manual') {
    const { instances, address } = source;
    return { deployment_name: deployment, instances, properties: source.properties, ...(address === undefined ? {} : { address }) };
  }
  const { provider, network } = source;
  const instances = placement.instances.filter(({ group }) => group === provider.group.name);
  const exposed = expose(provider.properties, properties);
  return {
    deployment_name: deployment,
    domain: 'bosh',
    default_network: network ?? instances[0]?.defaultNetwork ?? null,
    networks: Object.keys(instances[0]?.networks ?? {}),
    instance_group: provider.group.name,
    group_name: `${provider.name}-${provider.type}`,
    properties: exposed,
    use_short_dns_addresses: false,
    use_link_dns_names: false,
    instances: instances.map((instance) => linkInstance(instance, network, exposed)),
  };
}

function linkInstance(instance: PlacedInstance, network: string | undefined, properties: JsonObject): JsonObject {
  const addresses = Object.fromEntries(Object.entries(instance.networks).map(([name, settings]) => [name, settings.ip ?? null]));
  const address = network === undefined ? instance.ip : addresses[network];
  return {
    name: instance.group,
    index: instance.index,
    bootstrap: instance.bootstrap,
    id: instance.uuid,
    az: instance.az ?? null,
    address: (address ?? instance.ip) as Json,
    ipv4: instance.ipv4 ?? null,
    ipv6: instance.ipv6 ?? null,
    addresses,
    properties,
  };
}

/** Only the properties that the link names, at their dotted paths. */
function expose(names: readonly string[], properties: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const name of names) {
    const path = name.split('.');
    let from: Json | undefined = properties;
    for (const key of path) from = isJsonObject(from) ? own(from, key) : undefined;
    if (from === undefined) continue;
    let to = result;
    for (const key of path.slice(0, -1)) {
      const next = own(to, key);
      const below = isJsonObject(next) ? next : {};
      define(to, key, below);
      to = below;
    }
    define(to, path.at(-1) ?? '', from);
  }
  return result;
}

function own(map: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

// A property may be called `__proto__`; an assignment would not store it.
function define(map: JsonObject, key: string, value: Json): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}
