import { fail } from '../errors.js';
import type { Long } from '../schema/values.js';

/** XML Schema's names for what we call otherwise, and the unsigned ones that a few servers use. */
const aliases: Readonly<Record<string, string>> = {
  integer: 'long',
  unsignedInt: 'long',
  unsignedShort: 'int',
  unsignedByte: 'short',
  anyURI: 'string',
};

/** A scalar from its text; undefined where the kind is no scalar. */
export function decodeScalar(kind: string, text: string): unknown {
  switch (aliases[kind] ?? kind) {
    case 'string':
      return text;
    case 'boolean':
      return boolean(text.trim());
    case 'byte':
    case 'short':
    case 'int':
      return whole(text.trim(), kind, 2n ** 31n) as number;
    case 'long':
      return whole(text.trim(), kind, 2n ** 64n);
    case 'float':
    case 'double':
      return float(text.trim(), kind);
    case 'dateTime':
      return date(text.trim());
    case 'base64Binary':
      return new Uint8Array(Buffer.from(text, 'base64'));
    default:
      return undefined;
  }
}

function invalid(text: string, kind: string): Error {
  return fail('VSphereReplyInvalid', `the server's answer has '${text.slice(0, 80)}' where a ${kind} should stand`);
}

function boolean(text: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw invalid(text, 'boolean');
}

function whole(text: string, kind: string, bound: bigint): Long {
  if (!/^[+-]?\d{1,20}$/.test(text)) throw invalid(text, kind);
  const value = BigInt(text.replace(/^\+/, ''));
  if (value >= bound || value < -bound) throw invalid(text, kind);
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

function float(text: string, kind: string): number {
  if (text === 'INF') return Number.POSITIVE_INFINITY;
  if (text === '-INF') return Number.NEGATIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw invalid(text, kind);
  return Number(text);
}

function date(text: string): Date {
  // Microseconds and a missing zone are both in use; without a zone it is UTC.
  const value = new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(value.getTime())) throw invalid(text, 'dateTime');
  return value;
}
