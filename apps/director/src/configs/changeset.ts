import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { DiffLine } from '@bosh6/director-api';
import { hidesBelow, redact } from './redact.js';
import { entryLines, itemLines } from './yaml-lines.js';

/** The order in which sections are told; others follow. */
const sections = (
  'azs vm_types vm_extensions resource_pools compilation networks disk_types name stemcells releases update jobs release ' +
  'instance_groups addons variables'
).split(' ');

/** Where the comparison is, and how a value is told there. */
interface Place {
  readonly indent: number;
  readonly show: boolean;
  /** Below a key whose scalars may be secret. */
  readonly inside: boolean;
}

/**
 * Changes from one map to another, as the lines that BOSH's clients print. Entries of lists are matched by `name`, else by `range`. What may be
 * secret is compared as it is and told redacted, so that a changed secret shows two equal lines; `showSecrets` tells it.
 */
export function changeset(before: JsonObject, after: JsonObject, { showSecrets }: { showSecrets: boolean }): DiffLine[] {
  const keys = [...sections, ...Object.keys(before), ...Object.keys(after)];
  const top: Place = { indent: 0, show: showSecrets, inside: false };
  const parts = [...new Set(keys)].map((key) => entry(key, before, after, top)).filter((lines) => lines.length > 0);
  return parts.flatMap((lines, index): DiffLine[] => (index === 0 ? lines : [['', null], ...lines]));
}

function entry(key: string, before: JsonObject, after: JsonObject, place: Place): DiffLine[] {
  const [old, now] = [before[key], after[key]];
  if (isDeepStrictEqual(old, now)) return [];
  const { indent } = place;
  const removed = (): DiffLine[] => marked(entryLines(key, told(key, old ?? null, place), indent), 'removed');
  const added = (): DiffLine[] => marked(entryLines(key, told(key, now ?? null, place), indent), 'added');
  if (now === undefined) return removed();
  if (old === undefined) return added();
  const heading: DiffLine = [`${'  '.repeat(indent)}${key}:`, null];
  const below: Place = { ...place, inside: place.inside || hidesBelow(key) };
  if (isJsonObject(old) && isJsonObject(now)) return [heading, ...map(old, now, { ...below, indent: indent + 1 })];
  if (Array.isArray(old) && Array.isArray(now)) return [heading, ...list(key, old, now, below)];
  return [...removed(), ...added()];
}

function map(before: JsonObject, after: JsonObject, place: Place): DiffLine[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => entry(key, before, after, place));
}

function list(of: string, before: Json[], after: Json[], place: Place): DiffLine[] {
  const { indent } = place;
  const key = ['name', 'range'].find((name) => [...before, ...after].every((item) => isJsonObject(item) && item[name] !== undefined));
  const lines = (item: Json): string[] => itemLines(told(of, item, place), indent);
  if (key === undefined) {
    const gone = before.filter((item) => !after.some((other) => isDeepStrictEqual(item, other)));
    const come = after.filter((item) => !before.some((other) => isDeepStrictEqual(item, other)));
    return [...marked(gone.flatMap(lines), 'removed'), ...marked(come.flatMap(lines), 'added')];
  }
  const olds = byKey(before as JsonObject[], key);
  const news = byKey(after as JsonObject[], key);
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((id): DiffLine[] => {
    const [old, now] = [olds.get(id), news.get(id)];
    if (isDeepStrictEqual(old, now)) return [];
    if (now === undefined) return marked(lines(old ?? null), 'removed');
    if (old === undefined) return marked(lines(now), 'added');
    const title = lines({ [key]: now[key] ?? null }).map((line): DiffLine => [line, null]);
    return [...title, ...map(old, now, { ...place, indent: indent + 1 })];
  });
}

/** A key's value as it may be told. */
function told(key: string, value: Json, { show, inside }: Place): Json {
  return show ? value : (redact({ [key]: value }, inside)[key] as Json);
}

function byKey(items: JsonObject[], key: string): Map<string, JsonObject> {
  return new Map(items.map((item) => [JSON.stringify(item[key]), item]));
}

function marked(lines: string[], status: 'added' | 'removed'): DiffLine[] {
  return lines.map((line): DiffLine => [line, status]);
}
