import type { Config, ConfigPost, ConfigQuery } from '@bosh6/director-api';
import { locateError } from '@bosh6/formats';
import { cpiDocument, cpiEntriesOf } from '../cpi/cpi-entries.js';
import { numberZones } from '../dns/zone-numbers.js';
import { type EventFacts, recordEvent } from '../events/record-event.js';
import { rubyTime } from '../http/parse.js';
import type { Services } from '../http/services.js';
import { adminTeams } from '../permissions/permissions.js';
import type { ConfigRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import type { Caller } from '../uaa/token-service.js';
import { contentOf } from './config-content.js';
import { runtimeContent } from './runtime-content.js';
import { teamsOf } from './seen-by.js';

export function presentConfig(row: ConfigRow, current: ConfigRow | undefined): Config {
  return {
    content: row.content,
    id: String(row.id),
    type: row.type,
    name: row.name,
    team: row.team,
    created_at: rubyTime(row.createdAt),
    current: current?.id === row.id,
  };
}

/** The newest of each type and name that the caller sees, or as many of each as the query says; by type, `default` first, then name, newest first. */
export async function listConfigs(read: Repositories, query: ConfigQuery, isSeen: (row: ConfigRow) => boolean): Promise<Config[]> {
  const where: { deleted: boolean; type?: string; name?: string } = { deleted: false };
  if (query.type) where.type = query.type;
  if (query.name) where.name = query.name;
  const limit = query.limit ?? (query.latest === 'false' ? Number.POSITIVE_INFINITY : 1);
  const groups = new Map<string, ConfigRow[]>();
  for (const row of (await read.configs.all(where)).filter(isSeen)) {
    const key = JSON.stringify([row.type, row.name === 'default' ? 0 : 1, row.name]);
    groups.set(key, [row, ...(groups.get(key) ?? [])]);
  }
  const keys = [...groups.keys()].sort();
  return keys.flatMap((key) => {
    const rows = groups.get(key) ?? [];
    return rows.slice(0, limit).map((row) => presentConfig(row, rows[0]));
  });
}

/** Refuses a CPI config that is none, of which no CPI can be made, or that does not go together with the others. */
async function checkCpiConfig(tx: Repositories, { name, content }: ConfigPost): Promise<void> {
  const document = cpiDocument(name, content);
  const others = (await tx.configs.currentOfType('cpi')).filter((row) => row.name !== name);
  const entries = cpiEntriesOf([...others.map((row) => cpiDocument(row.name, row.content)), document]);
  // the CPIs are loaded when they are needed
  const { checkCpi } = await import('../cpi/make-cpi.js');
  try {
    for (const entry of entries) if (entry.document === document.name) checkCpi(entry);
  } catch (error) {
    throw locateError(error, document);
  }
}

type Keepers = Pick<Services, 'store' | 'world' | 'permissions'>;

export type Stored = { ok: true; config: Config } | { ok: false; latestId: string };

/** As events tell it, where not by the config's type and name. */
export type ConfigEvent = Pick<EventFacts, 'action' | 'objectType' | 'objectName'>;

/** Keeps a config unless its content is the current one's already; refuses when another is current than the writer believes, or one that the caller does not administer. An event tells of it, also of a failure. */
export async function storeConfig(
  services: Keepers,
  wish: ConfigPost,
  caller: Caller,
  event: ConfigEvent = { action: 'create', objectType: `config/${wish.type}`, objectName: wish.name },
): Promise<Stored> {
  const { store, world } = services;
  const user = caller.name;
  try {
    return await keep(services, wish, caller, { ...event, user });
  } catch (error) {
    const told = { ...event, user, error: (error as Error).message };
    await store.write((tx) => recordEvent(tx, world, told));
    throw error;
  }
}

async function keep({ store, world, permissions }: Keepers, wish: ConfigPost, caller: Caller, event: EventFacts): Promise<Stored> {
  const parsed = contentOf(wish.content, `${wish.type} config '${wish.name}'`);
  const content = wish.type === 'runtime' ? runtimeContent(wish.content) : wish.content;
  return store.write(async (tx) => {
    // CPIs run beside the Director, for everybody.
    if (wish.type === 'cpi') permissions.require(caller, 'admin');
    const current = await tx.configs.current(wish.type, wish.name);
    if (current !== undefined) permissions.require(caller, 'config:admin', teamsOf(current));
    if (wish.type === 'cpi') await checkCpiConfig(tx, wish);
    const latestId = String(current?.id ?? 0);
    if (wish.expected_latest_id !== undefined && wish.expected_latest_id !== latestId) return { ok: false, latestId };
    if (wish.type === 'cloud') await numberZones(tx, parsed);
    if (current?.content === content) return { ok: true, config: presentConfig(current, current) };
    const { type, name } = wish;
    const team = current === undefined ? (adminTeams(caller)[0] ?? null) : current.team;
    const row = await tx.configs.insert({ type, name, content, deleted: false, createdAt: world.now(), team });
    await recordEvent(tx, world, event);
    return { ok: true, config: presentConfig(row, row) };
  });
}
