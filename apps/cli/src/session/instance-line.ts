import { isJsonObject } from '@bosh6/base';
import type { InstanceLine } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import { parseResult } from './result-lines.js';

type Kind = 'text' | 'number' | 'scalar' | { list: Kind } | { each: Kind } | { keys: Readonly<Record<string, Kind>> };

const usage: Kind = { keys: { percent: 'scalar', kb: 'scalar', inode_percent: 'scalar' } };
const vitals: Kind = {
  keys: {
    cpu: { keys: { user: 'scalar', sys: 'scalar', wait: 'scalar' } },
    disk: { each: usage },
    load: { list: 'scalar' },
    mem: usage,
    swap: usage,
    uptime: { keys: { secs: 'scalar' } },
  },
};
const process: Kind = {
  keys: {
    name: 'text',
    state: 'text',
    uptime: { keys: { secs: 'number' } },
    mem: { keys: { kb: 'number', percent: 'number' } },
    cpu: { keys: { total: 'number' } },
  },
};
/** What the tables show; anything may be missing or null. */
const instance: Kind = {
  keys: {
    ...Object.fromEntries(
      ['az', 'vm_cid', 'vm_type', 'disk_cid', 'agent_id', 'state', 'job_state', 'vm_created_at'].map((key) => [key, 'text']),
    ),
    ...Object.fromEntries(['job_name', 'id', 'index', 'active', 'bootstrap', 'ignore'].map((key) => [key, 'scalar'])),
    ips: { list: 'text' },
    disk_cids: { list: 'text' },
    stemcell: { keys: { name: 'scalar', version: 'scalar' } },
    agent: { keys: { version: 'text', features: { list: 'text' } } },
    foreign_addresses: { list: { keys: { nic: 'scalar', address: 'scalar', kind: 'scalar' } } },
    processes: { list: process },
    vitals,
  },
};

/** A line of the result of an `instances` or `vms` task. Throws UnreadableResult. */
export function instanceLineOf(text: string): InstanceLine {
  const value = parseResult(text);
  const wrong = isJsonObject(value) ? wrongAt(value, instance, '') : '/';
  if (wrong !== undefined) throw fail('UnreadableResult', `a line of the result is no instance: it is wrong at '${wrong}'`);
  return value as InstanceLine;
}

/** The place of the first thing that is of another kind. */
function wrongAt(value: unknown, kind: Kind, at: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (kind === 'text') return typeof value === 'string' ? undefined : at;
  if (kind === 'number') return typeof value === 'number' ? undefined : at;
  if (kind === 'scalar') return typeof value === 'object' ? at : undefined;
  if ('list' in kind) {
    // A key may be null, an item of a list not.
    const items = Array.isArray(value)
      ? value.map((item: unknown, index) => [String(index), item ?? Symbol(), kind.list] as const)
      : undefined;
    return items === undefined ? at : first(items, at);
  }
  if (!isJsonObject(value)) return at;
  if ('each' in kind)
    return first(
      Object.entries(value).map(([key, item]) => [key, item, kind.each]),
      at,
    );
  return first(
    Object.entries(kind.keys).map(([key, own]) => [key, value[key], own]),
    at,
  );
}

function first(members: readonly (readonly [string, unknown, Kind])[], at: string): string | undefined {
  for (const [key, value, kind] of members) {
    const wrong = wrongAt(value, kind, `${at}/${key}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
