import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { DiffLine } from '@bosh6/director-api';
import { entryLines, itemLines } from './yaml-lines.js';

/** The order in which sections are told; others follow. */
const sections = (
  'azs vm_types vm_extensions resource_pools compilation networks disk_types name stemcells releases update jobs release ' +
  'instance_groups addons variables'
).split(' ');

/** Changes from one map to another, as the lines that BOSH's clients print. Entries of lists are matched by `name`, else by `range`. */
export function changeset(before: JsonObject, after: JsonObject): DiffLine[] {
  const keys = [...sections, ...Object.keys(before), ...Object.keys(after)];
  const parts = [...new Set(keys)].map((key) => entry(key, before, after, 0)).filter((lines) => lines.length > 0);
  return parts.flatMap((lines, index): DiffLine[] => (index === 0 ? lines : [['', null], ...lines]));
}

function entry(key: string, before: JsonObject, after: JsonObject, indent: number): DiffLine[] {
  const [old, now] = [before[key], after[key]];
  if (isDeepStrictEqual(old, now)) return [];
  const removed = (): DiffLine[] => marked(entryLines(key, old ?? null, indent), 'removed');
  const added = (): DiffLine[] => marked(entryLines(key, now ?? null, indent), 'added');
  if (now === undefined) return removed();
  if (old === undefined) return added();
  const heading: DiffLine = [`${'  '.repeat(indent)}${key}:`, null];
  if (isJsonObject(old) && isJsonObject(now)) return [heading, ...map(old, now, indent + 1)];
  if (Array.isArray(old) && Array.isArray(now)) return [heading, ...list(old, now, indent)];
  return [...removed(), ...added()];
}

function map(before: JsonObject, after: JsonObject, indent: number): DiffLine[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => entry(key, before, after, indent));
}

function list(before: Json[], after: Json[], indent: number): DiffLine[] {
  const key = ['name', 'range'].find((name) => [...before, ...after].every((item) => isJsonObject(item) && item[name] !== undefined));
  if (key === undefined) {
    const gone = before.filter((item) => !after.some((other) => isDeepStrictEqual(item, other)));
    const come = after.filter((item) => !before.some((other) => isDeepStrictEqual(item, other)));
    return [
      ...marked(
        gone.flatMap((item) => itemLines(item, indent)),
        'removed',
      ),
      ...marked(
        come.flatMap((item) => itemLines(item, indent)),
        'added',
      ),
    ];
  }
  const olds = byKey(before as JsonObject[], key);
  const news = byKey(after as JsonObject[], key);
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((id): DiffLine[] => {
    const [old, now] = [olds.get(id), news.get(id)];
    if (isDeepStrictEqual(old, now)) return [];
    if (now === undefined) return marked(itemLines(old ?? null, indent), 'removed');
    if (old === undefined) return marked(itemLines(now, indent), 'added');
    const title = itemLines({ [key]: now[key] ?? null }, indent).map((line): DiffLine => [line, null]);
    return [...title, ...map(old, now, indent + 1)];
  });
}

function byKey(items: JsonObject[], key: string): Map<string, JsonObject> {
  return new Map(items.map((item) => [JSON.stringify(item[key]), item]));
}

function marked(lines: string[], status: 'added' | 'removed'): DiffLine[] {
  return lines.map((line): DiffLine => [line, status]);
}
