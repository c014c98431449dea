import { IpAddress } from '@bosh6/ip';
import * as z from 'zod/mini';

const text = z.optional(z.nullable(z.string()));
const infoSchema = z.object({
  id: z.string(),
  num_id: text,
  instance_group: z.string(),
  group_ids: z.optional(z.nullable(z.array(z.nullable(z.string())))),
  az_id: text,
  network: z.string(),
  network_id: text,
  deployment: z.string(),
  ip: z.string(),
  domain: z.string(),
  agent_id: text,
  instance_index: z.optional(z.nullable(z.number())),
});
const aliasSchema = z.looseObject({ root_domain: z.string(), group_id: z.string(), health_filter: text, placeholder_type: text });
const recordsSchema = z.looseObject({
  record_keys: z.array(z.string()),
  record_infos: z.array(z.array(z.unknown())),
  aliases: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

type Info = z.infer<typeof infoSchema> & { address: IpAddress };
type Alias = z.infer<typeof aliasSchema>;
type Matches = (info: Info) => boolean;
type Health = 'smart' | 'healthy' | 'unhealthy' | 'all';
/** Instances, and which of them by their health; all unless said. */
interface Wanted {
  matches: Matches;
  health?: Health | undefined;
}

/** The Director's names (formats reference 5.12). */
export interface LocalNames {
  /** The addresses of all instances that a name means, each once; undefined where it means none. */
  find(name: string): IpAddress[] | undefined;
  /** Says whether a name is the Director's to give, so that nobody else is to be asked. */
  owns(name: string): boolean;
  /** Names of aliases of which something could not be understood, and is left out. */
  readonly malformed: readonly string[];
}

/** Undefined for what are no records. What single records or aliases lack costs them alone. `isHealthy` is asked for each answer. */
export function localNames(records: unknown, isHealthy: (agentId: string) => boolean = () => true): LocalNames | undefined {
  const parsed = recordsSchema.safeParse(records);
  if (!parsed.success) return undefined;
  const { record_keys: keys, record_infos: rows, aliases } = parsed.data;
  const infos = rows.flatMap((row) => infoOf(keys, row));
  const domains = [...new Set(infos.map(({ domain }) => domain))];
  const { aliased, malformed } = readAliases(aliases ?? {});
  const wanted = (name: string): Wanted[] => [...byAlias(name, aliased), ...byName(name, domains)];
  const isWell = ({ agent_id: agentId }: Info): boolean => agentId === null || agentId === undefined || isHealthy(agentId);
  return {
    find: (name) => {
      const found = wanted(name).flatMap(({ matches, health }) => byHealth(infos.filter(matches), health, isWell));
      return found.length === 0 ? undefined : [...new Map(found.map(({ ip, address }) => [ip, address])).values()];
    },
    malformed,
    owns: (name) => domains.some((domain) => name.endsWith(`.${domain}`)) || aliasesOf(name, aliased) !== undefined,
  };
}

function infoOf(keys: readonly string[], row: readonly unknown[]): Info[] {
  const parsed = infoSchema.safeParse(Object.fromEntries(keys.map((key, at) => [key, row[at]])));
  const address = parsed.success ? IpAddress.tryParse(parsed.data.ip) : undefined;
  return parsed.success && address !== undefined ? [{ ...parsed.data, ip: address.toString(), address }] : [];
}

function readAliases(aliases: Readonly<Record<string, unknown>>): { aliased: Aliases; malformed: string[] } {
  const aliased = new Map<string, readonly Alias[]>();
  const malformed: string[] = [];
  for (const [name, all] of Object.entries(aliases)) {
    const given: unknown[] = Array.isArray(all) ? all : [all];
    const definitions = given.flatMap((one) => aliasSchema.safeParse(one).data ?? []);
    if (definitions.length < given.length) malformed.push(name);
    if (definitions.length > 0) aliased.set(name.toLowerCase().replace(/\.$/, ''), definitions);
  }
  return { aliased, malformed };
}

/** `smart`: the healthy ones, or all where nobody is. */
function byHealth(infos: Info[], health: Health = 'all', isWell: Matches): Info[] {
  if (health === 'all') return infos;
  if (health === 'unhealthy') return infos.filter((info) => !isWell(info));
  const well = infos.filter(isWell);
  return well.length === 0 && health === 'smart' ? infos : well;
}

/** `INSTANCE.GROUP.NETWORK.DEPLOYMENT.DOMAIN`, the instance a UUID, an index or a query; or `QUERY.q-gNUMBER.DOMAIN`. */
function byName(name: string, domains: readonly string[]): Wanted[] {
  const domain = domains.find((each) => name.endsWith(`.${each}`));
  if (domain === undefined) return [];
  const [instance = '', ...labels] = name.slice(0, -domain.length - 1).split('.');
  const place = labels.length === 3 ? inGroup(labels) : labels.length === 1 ? inNumberedGroup(labels[0]) : undefined;
  const chosen = instance.startsWith('q-') ? byQuery(instance.slice(2)) : { matches: byInstance(instance) };
  if (place === undefined || chosen === undefined) return [];
  return [{ ...chosen, matches: (info) => info.domain === domain && place(info) && chosen.matches(info) }];
}

function inGroup([group, network, deployment]: readonly string[]): Matches {
  return (info) => info.instance_group === group && info.network === network && info.deployment === deployment;
}

function inNumberedGroup(label = ''): Matches | undefined {
  const number = /^q-g(\d+)$/.exec(label)?.[1];
  return number === undefined ? undefined : ({ group_ids: ids }) => ids?.includes(number) === true;
}

const byInstance =
  (label: string): Matches =>
  ({ id, instance_index: index }) =>
    id === label || String(index ?? '') === label;

const fields: Readonly<Record<string, (info: Info) => string | null | undefined>> = {
  a: ({ az_id: az }) => az,
  i: ({ instance_index: index }) => String(index ?? ''),
  m: ({ num_id: number }) => number,
  n: ({ network_id: network }) => network,
};

const healthByNumber: Readonly<Record<string, Health>> = { 0: 'smart', 1: 'unhealthy', 3: 'healthy', 4: 'all' };

/** Codes with numbers, the same code twice meaning either, for `s` the last one; undefined where there are none. */
function byQuery(query: string): Wanted | undefined {
  const codes = [...query.matchAll(/([aimnsy])(\d+)/g)].map(([, code = '', number = '']) => ({ code, number }));
  if (codes.length === 0) return undefined;
  const wanted = Map.groupBy(codes, ({ code }) => code);
  const matches: Matches = (info) =>
    Object.entries(fields).every(([code, value]) => wanted.get(code)?.some(({ number }) => number === value(info)) ?? true);
  return { matches, health: healthByNumber[wanted.get('s')?.at(-1)?.number ?? '0'] ?? 'smart' };
}

type Aliases = ReadonlyMap<string, readonly Alias[]>;

function byAlias(name: string, aliases: Aliases): Wanted[] {
  const found = aliasesOf(name, aliases);
  return (found?.definitions ?? []).map((alias): Wanted => {
    const matches: Matches = (info) => {
      const isInGroup = info.domain === alias.root_domain && info.group_ids?.includes(alias.group_id) === true;
      return isInGroup && (alias.placeholder_type === 'uuid' ? info.id === found?.uuid : true);
    };
    const health = Object.values(healthByNumber).find((each) => each === alias.health_filter);
    return { matches, health: health ?? 'smart' };
  });
}

/** Its own, or those of the alias whose `_` stands for an instance's UUID. */
function aliasesOf(name: string, aliases: Aliases): { definitions: readonly Alias[]; uuid?: string } | undefined {
  const own = aliases.get(name);
  if (own !== undefined) return { definitions: own };
  const [uuid = '', ...rest] = name.split('.');
  const definitions = aliases.get(['_', ...rest].join('.'))?.filter(({ placeholder_type: type }) => type === 'uuid');
  return definitions === undefined || definitions.length === 0 ? undefined : { definitions, uuid };
}
