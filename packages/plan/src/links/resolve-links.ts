import type { JsonObject } from '@bosh6/base';
import { type ConsumedLink, type InstanceGroup, type Manifest, type ManifestJob, placeOf } from '@bosh6/formats';
import { usesNames } from '../dns-name.js';
import { fail } from '../errors.js';
import type { Placement } from '../placement.js';
import { type LinkProvider, linkProviders, providerProblems, type SharedProvider } from './providers.js';

/** What one job of one group sees, by the name it consumes the link by. `named`: addresses are names of local DNS. */
export type ResolvedLinks = Record<string, LinkSource>;
export type LinkSource =
  | { kind: 'provider'; provider: LinkProvider; network?: string; named?: true }
  | { kind: 'shared'; provider: SharedProvider; network?: string; named?: true }
  | { kind: 'manual'; instances: JsonObject[]; properties: JsonObject; address?: string };

/** `<group>` then `<job>` to its links. */
export type LinkTable = Record<string, Record<string, ResolvedLinks>>;

interface Offers {
  placement: Placement;
  own: readonly LinkProvider[];
  shared: readonly SharedProvider[];
}

/**
 * Resolves the links of every job: explicit ones by name and type, of this deployment or of what others share; implicit ones by type alone where
 * exactly one provider of this deployment fits. All that cannot be resolved is reported together (190016). With `only`, those of one group: nobody else's
 * are asked for.
 */
export function resolveLinks(manifest: Manifest, placement: Placement, shared: readonly SharedProvider[] = [], only?: string): LinkTable {
  const own = linkProviders(manifest, placement);
  const offers = { placement, own, shared };
  const isMeant = ({ name }: InstanceGroup): boolean => only === undefined || name === only;
  const problems = own
    .filter(({ group }) => isMeant(group))
    .flatMap((provider) => providerProblems(provider).map((message) => ({ message, job: provider.manifestJob })));
  const table: LinkTable = bare();
  for (const group of manifest.instanceGroups.filter(isMeant)) {
    for (const [at, manifestJob] of group.jobs.entries()) {
      const bound = placement.groups.find(({ name }) => name === group.name)?.jobs[at];
      for (const wanted of bound?.job.consumes ?? []) {
        const result = resolve(manifest, wanted, manifestJob, group, offers);
        if (typeof result === 'string') problems.push({ message: result, job: manifestJob });
        else if (result !== undefined) record(table, group.name, manifestJob.name)[wanted.name] = result;
      }
    }
  }
  const [first, ...more] = problems;
  if (first === undefined) return table;
  const text = [first, ...more].map(({ message }) => `\n- ${message}`).join('');
  throw fail('LinkUnresolved', `links of deployment '${manifest.name}' cannot be resolved:${text}`, { where: placeOf(first.job) });
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

function resolve(
  manifest: Manifest,
  wanted: { name: string; type: string; optional: boolean },
  job: ManifestJob,
  group: InstanceGroup,
  offers: Offers,
): LinkSource | string | undefined {
  const said: ConsumedLink | 'nil' | undefined = job.consumes[wanted.name];
  if (said === 'nil') return undefined;
  const what = `link '${wanted.name}' of type '${wanted.type}' of job '${job.name}' in instance group '${group.name}'`;
  if (said?.manual !== undefined) return { kind: 'manual', ...said.manual };
  const from = said?.from?.split('.').at(-1);
  const asked = from === undefined ? '' : ` from '${from}'`;
  const existing = <P extends { type: string }>(offered: readonly P[], tell: (provider: P) => string): string => {
    const fitting = offered.filter(({ type }) => type === wanted.type);
    return `of this type there is ${fitting.length === 0 ? 'none' : fitting.map(tell).join(', ')}`;
  };
  const isNamed = ({ name, type }: { name: string; type: string }): boolean =>
    type === wanted.type && (said === undefined || name === (from ?? wanted.name));
  const named = said?.ipAddresses === undefined ? usesNames(manifest) : !said.ipAddresses;
  const wish = { ...(said?.network === undefined ? {} : { network: said.network }), ...(named ? { named } : {}) };
  const chosen = (source: Exclude<LinkSource, { kind: 'manual' }>, networks: readonly unknown[]): LinkSource | string =>
    source.network === undefined || networks.length === 0 || networks.includes(source.network)
      ? source
      : `${what} is asked for on network '${source.network}', but its provider is on ${networks.join(', ')}`;
  if (said?.deployment !== undefined && said.deployment !== manifest.name) {
    const fitting = offers.shared.filter((provider) => provider.deployment === said.deployment && isNamed(provider));
    const [only, ...others] = fitting;
    if (only === undefined) {
      const there = offers.shared.filter((provider) => provider.deployment === said.deployment);
      return `deployment '${said.deployment}' shares nothing that fits ${what}${asked}; ${existing(there, (each) => `'${each.name}'`)}`;
    }
    if (others.length > 0) return `deployment '${said.deployment}' shares ${fitting.length} links that fit ${what}`;
    const { networks } = only.content;
    return chosen({ kind: 'shared', provider: only, ...wish }, Array.isArray(networks) ? networks : []);
  }
  const fitting = offers.own.filter(isNamed);
  const [only, ...others] = fitting;
  if (only === undefined)
    return wanted.optional && from === undefined ? undefined : `nothing provides ${what}${asked}; ${existing(offers.own, describe)}`;
  if (others.length > 0) return `${what} has ${fitting.length} providers: ${fitting.map(describe).join(', ')}; name one with \`consumes\``;
  const [instance] = offers.placement.instances.filter((each) => each.group === only.group.name);
  return chosen({ kind: 'provider', provider: only, ...wish }, Object.keys(instance?.networks ?? {}));
}

function describe({ group, job, name }: LinkProvider): string {
  return `'${name}' of ${group.name}/${job.name}`;
}
