import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { difference } from './differences.js';
import { sameJson } from './equal.js';
import type { Difference } from './plan.js';

/**
 * The properties of a group that differ between two manifests, as dotted paths that begin with the job, or with nothing for those of the group and of the
 * whole deployment. Only of what is written there: placeholders are compared by their names. `was`: the group's former name.
 */
export function propertyDifferences(before: Json, after: Json, group: string, was = group): Difference[] {
  const [old, now] = [propertiesOf(before, was), propertiesOf(after, group)];
  return within('', old, now);
}

/** Those of each job by its name, and of the group over the deployment's. */
function propertiesOf(manifest: Json, group: string): JsonObject {
  if (!isJsonObject(manifest)) return {};
  const found = named(manifest.instance_groups, group) ?? {};
  const shared = [manifest.properties, found.properties].filter(isJsonObject);
  const jobs = Array.isArray(found.jobs) ? found.jobs.filter(isJsonObject) : [];
  const own = jobs.flatMap(({ name, properties }) => (isJsonObject(properties) ? [[String(name), properties] as const] : []));
  return Object.assign({}, ...shared, Object.fromEntries(own));
}

function named(list: Json | undefined, name: string): JsonObject | undefined {
  return Array.isArray(list) ? list.filter(isJsonObject).find((each) => each.name === name) : undefined;
}

/** Down to what differs; a list is told as a whole. */
function within(path: string, before: JsonObject, after: JsonObject): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].sort().flatMap((key): Difference[] => {
    const [old, now] = [before[key], after[key]];
    if (sameJson(old, now)) return [];
    const name = path === '' ? key : `${path}.${key}`;
    const isMap = (value: Json | undefined): value is JsonObject | undefined => value === undefined || isJsonObject(value);
    const maps = isMap(old) && isMap(now) && Object.keys({ ...old, ...now }).length > 0;
    return maps ? within(name, old ?? {}, now ?? {}) : [difference(name, old, now)];
  });
}
