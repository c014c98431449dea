import type { Json } from '@bosh6/base';

/**
 * Who the text is read for. `psych`: as the Director's Ruby reads it. `go`: as the original CLI reads it (yaml.v2).
 * They differ in plain scalars only: y/n, octal, commas, exponents, dates.
 */
export type Dialect = 'psych' | 'go';

/** What a plain scalar means; `date` is what the Director refuses. */
export type Resolved = { value: Json } | { refused: 'date' };

const nulls = /^(~|null|Null|NULL|)$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
const dateTime = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?\s*(?:Z|[-+]\d{1,2}(?::?\d{2})?)?$/;
const base60 = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}$/;

// npm's YAML 1.1 readers take any number of parts.
const sexagesimal = /^[-+]?[0-9][0-9_]*(:[0-9][0-9_]*)+(\.[0-9_]*)?$/;
// Four parts are a number to none: IPv4 addresses stand plain beside IPv6 ones.
const dottedQuad = /^[0-9]{1,3}(\.[0-9]{1,3}){3}$/;
// Also what npm's reader takes for a float: E0.
const numberLike = /^[-+]?[0-9_,.]*([eE][-+]?[0-9]+)?$/;

const psych = {
  true: /^(yes|true|on)$/i,
  false: /^(no|false|off)$/i,
  float: /^[-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][-+][0-9]+)?$/,
  integer: /^[-+]?(0b[01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)$/,
};
const go = {
  true: /^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/,
  false: /^(n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
  float: /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/,
  integer: /^[-+]?(0b[01_]+|0o[0-7_]+|0[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/,
};

function integerOf(text: string): Json {
  const clean = text.replaceAll(/[_,]/g, '');
  const negative = clean.startsWith('-');
  const digits = clean.replace(/^[-+]/, '');
  const octal = /^0o?[0-7]+$/.test(digits) && digits.length > 1 && !/^0[bx]/.test(digits);
  const plain = octal ? `0o${digits.replace(/^0o?/, '') || '0'}` : digits.replace(/^0+(?=\d)/, '');
  const exact = BigInt(/^0[box]$/.test(plain) ? 0 : plain);
  const value = Number(negative ? -exact : exact);
  // Digits that a double cannot hold stay text, so that none is lost.
  return Number.isSafeInteger(value) ? value : text;
}

/** Resolves a plain scalar (formats reference, 9.1). Quoted and block scalars are always strings and do not come here. */
export function resolveScalar(text: string, dialect: Dialect): Resolved {
  if (dialect === 'psych' ? /^(~|null|)$/i.test(text) : nulls.test(text)) return { value: null };
  const patterns = dialect === 'psych' ? psych : go;
  if (patterns.true.test(text)) return { value: true };
  if (patterns.false.test(text)) return { value: false };
  if (!/^[-+.0-9]/.test(text)) return { value: text };
  // Most texts that begin with a digit are addresses, which this tells at once.
  if (text[4] === '-' && (date.test(text) || dateTime.test(text))) return dialect === 'psych' ? { refused: 'date' } : { value: text };
  // JSON has no infinities and no NaN, and '1:30' is a time to a person: all stay text.
  if (base60.test(text)) return { value: text };
  if (patterns.integer.test(text)) return { value: integerOf(text) };
  const float = text !== '.' && /[0-9]/.test(text) && patterns.float.test(text) ? Number(text.replaceAll(/[_,]/g, '')) : Number.NaN;
  // A short commit hash can be digits and one e: more than a number holds.
  return { value: Number.isFinite(float) ? float : text };
}

/** Whether YAML 1.1 makes a number in base 60 of the text: of a time, or of eight decimal groups of an IPv6 address; Ruby's reader does of two or three parts. */
export const base60For = (text: string): 'ruby' | 'others' | undefined =>
  base60.test(text) ? 'ruby' : /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/.test(text) ? 'others' : undefined;

/** Whether the text is a date to those who know dates. */
export const isDate = (text: string): boolean => date.test(text) || dateTime.test(text);

/** True when any reader, old or new, would take the plain text for something other than this string. */
export function needsQuotes(text: string): boolean {
  if (text === '' || text !== text.trim()) return true;
  for (const dialect of ['psych', 'go'] as const) {
    const resolved = resolveScalar(text, dialect);
    if (!('value' in resolved) || resolved.value !== text) return true;
  }
  if (dottedQuad.test(text)) return false;
  if (/^[yn]$/i.test(text) || /^[-+]?\.(inf|nan)$/i.test(text) || sexagesimal.test(text) || numberLike.test(text)) return true;
  return isDate(text) || text.startsWith(':') || text === '<<' || text === '=';
}
