import { isJsonObject, type Json } from '@bosh6/base';
import { Scalar } from 'yaml';
import { resolveScalar } from './scalars.js';

const date = /^\d{4}-\d{1,2}-\d{1,2}($|[Tt ])/;
const special = /^(<<|\.nan|\.NaN|\.NAN|[-+]?\.(inf|Inf|INF))$/;
const base60 = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/;
// What opens something else in a block, or ends the scalar in its middle.
const notPlain = /^[#,[\]{}&*!|>'"%@`]|^[?:-](\s|$)|^---|^\.\.\.|:(\s|$)|\s#|^\s|\s$/;

/** How the original CLI's emitter (yaml.v2) writes a text: files of a release directory are compared in version control. */
export function goStyle(text: string): Scalar.Type {
  if (text.includes('\n')) return Scalar.BLOCK_LITERAL;
  if (isOtherThanText(text) || /[^\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) return Scalar.QUOTE_DOUBLE;
  return notPlain.test(text) ? Scalar.QUOTE_SINGLE : Scalar.PLAIN;
}

function isOtherThanText(text: string): boolean {
  const resolved = resolveScalar(/^[-+0-9]/.test(text) ? text.replaceAll('_', '') : text, 'go');
  return !('value' in resolved) || typeof resolved.value !== 'string' || date.test(text) || special.test(text) || base60.test(text);
}

/** The same with the keys of all maps in the order of the original CLI's emitter: digits count as numbers, letters come last. */
export function inGoOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inGoOrder);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort(compareGoKeys);
  return Object.fromEntries(keys.map((key) => [key, inGoOrder(value[key] as Json)]));
}

/** Negative, 0 or positive: where the original CLI's emitter puts a key of a map. */
export function compareGoKeys(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  const at = a.findIndex((character, index) => character !== b[index]);
  const [x, y] = [a[at], b[at]];
  if (at === -1 || x === undefined || y === undefined) return a.length - b.length;
  if (isLetter(x) !== isLetter(y)) return isLetter(x) ? 1 : -1;
  if (!isLetter(x)) {
    const [m, n] = [numberFrom(a, at), numberFrom(b, at)];
    if (m.value !== n.value) return m.value - n.value;
    if (m.digits !== n.digits) return m.digits - n.digits;
  }
  return (x.codePointAt(0) ?? 0) - (y.codePointAt(0) ?? 0);
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character);

/** A zero behind a digit counts as one more, so that `10` stands behind `1`. */
function numberFrom(characters: readonly string[], at: number): { value: number; digits: number } {
  const digits = /^\p{Nd}*/u.exec(characters.slice(at).join(''))?.[0] ?? '';
  return { value: Number(digits), digits: digits.length };
}
