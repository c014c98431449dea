import { isJsonObject, type Json } from '@bosh6/base';
import { compareBytes } from './compare-bytes.js';

/** JSON with the keys of maps in order at every level, but not inside lists: as templates see properties (bosh.io/docs). */
export function orderedJson(value: Json): string {
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const inOrder = entries.sort(([a], [b]) => compareBytes(a, b));
  return `{${inOrder.map(([key, item]) => `${JSON.stringify(key)}:${orderedJson(item)}`).join(',')}}`;
}
