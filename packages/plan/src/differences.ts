import type { Json } from '@bosh6/base';
import { sameJson } from './equal.js';
import type { Difference } from './plan.js';

type Values = Readonly<Record<string, Json | undefined>>;

/** The keys whose values differ, sorted, with both values. */
export function differences(before: Values, after: Values): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !sameJson(before[key], after[key]))
    .sort()
    .map((name) => difference(name, before[name], after[name]));
}

export function difference(name: string, before: Json | undefined, after: Json | undefined): Difference {
  return { name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
