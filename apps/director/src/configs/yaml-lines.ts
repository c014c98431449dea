import { isJsonObject, type Json } from '@bosh6/base';
import { emitYaml } from '@bosh6/formats';

/** A value as lines of YAML in the shape that diffs show: lists at their key's own indentation. */
export function yamlLines(value: Json, indent = 0): string[] {
  const pad = '  '.repeat(indent);
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item) => itemLines(item, indent));
  if (isJsonObject(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, item]) => entryLines(key, item, indent));
  return [`${pad}${scalar(value)}`];
}

/** `key: value`, or the key and the value's lines below it. */
export function entryLines(key: string, value: Json, indent: number): string[] {
  const pad = '  '.repeat(indent);
  const name = scalar(key);
  if (Array.isArray(value) && value.length > 0) return [`${pad}${name}:`, ...yamlLines(value, indent)];
  if (isJsonObject(value) && Object.keys(value).length > 0) return [`${pad}${name}:`, ...yamlLines(value, indent + 1)];
  const [first = '', ...rest] = scalar(value).split('\n');
  return [`${pad}${name}: ${first}`, ...rest.map((line) => `${pad}${line}`)];
}

/** `- value`, a map's first key beside the dash. */
export function itemLines(item: Json, indent: number): string[] {
  const pad = '  '.repeat(indent);
  const lines = yamlLines(item, indent + 1);
  return lines.map((line, index) => (index === 0 ? `${pad}- ${line.slice(pad.length + 2)}` : line));
}

function scalar(value: Json): string {
  if (Array.isArray(value)) return '[]';
  if (isJsonObject(value)) return '{}';
  return emitYaml(value).trimEnd();
}
