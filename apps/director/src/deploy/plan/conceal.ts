import { isJsonObject, type Json } from '@bosh6/base';

type Leaf = string | number;
export type Conceal = (value: Json) => Json;

/** A text as written, and with its placeholders filled where that was done. */
export interface Text {
  written: Json;
  filled?: Json;
}

/**
 * What may be told of a value that filled texts led to: a part that a placeholder gave is the placeholder's text again, and one that stands in no text,
 * such as what a former value of a variable left, is `<redacted>`.
 */
export function concealer(texts: readonly Text[]): Conceal {
  const literal = new Set(texts.flatMap(({ written }) => leavesOf(written).map(String)));
  const given = new Map(texts.flatMap(({ written, filled }) => (filled === undefined ? [] : givenOf(written, filled))));
  const conceal: Conceal = (value) => {
    if (Array.isArray(value)) return value.map(conceal);
    if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, conceal(each)]));
    if (!isLeaf(value)) return value;
    return given.get(String(value)) ?? (literal.has(String(value)) ? value : '<redacted>');
  };
  return conceal;
}

/** What placeholders gave, with the texts that they stand in. */
function givenOf(written: Json, filled: Json): [string, string][] {
  if (typeof written === 'string') return written === filled ? [] : leavesOf(filled).map((leaf) => [String(leaf), written]);
  if (Array.isArray(written) && Array.isArray(filled)) return written.flatMap((each, at) => givenOf(each, filled[at] ?? null));
  if (!isJsonObject(written) || !isJsonObject(filled)) return [];
  return Object.entries(written).flatMap(([key, each]) => givenOf(each, filled[key] ?? null));
}

function leavesOf(value: Json): Leaf[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (isJsonObject(value)) return Object.values(value).flatMap(leavesOf);
  return isLeaf(value) ? [value] : [];
}

/** Of true, false and null nobody learns anything. */
const isLeaf = (value: Json): value is Leaf => typeof value === 'string' || typeof value === 'number';
