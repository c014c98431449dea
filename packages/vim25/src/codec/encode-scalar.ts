import { fail } from '../errors.js';
import { escapeXml } from '../xml/escape.js';

const ranges: Readonly<Record<string, readonly [bigint, bigint]>> = {
  byte: [-128n, 255n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** A scalar's text, or undefined where the kind is no scalar. Throws where the value does not fit. */
export function encodeScalar(kind: string, value: unknown, at: string): string | undefined {
  const wrong = (wanted: string): Error => fail('VSphereArgumentInvalid', `${at} is no ${wanted}`);
  const range = ranges[kind];
  if (range !== undefined) {
    if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) throw wrong(`${kind}: a whole number below 2^53, or a bigint`);
    const whole = BigInt(value as number | bigint);
    if (whole < range[0] || whole > range[1]) throw wrong(`${kind}: ${whole} is out of its range`);
    return whole.toString();
  }
  switch (kind) {
    case 'string':
      if (typeof value !== 'string') throw wrong('text');
      return escapeXml(value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong('boolean');
      return String(value);
    case 'float':
    case 'double':
      if (typeof value !== 'number') throw wrong('number');
      return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF';
    case 'dateTime':
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw wrong('Date');
      return value.toISOString();
    case 'base64Binary':
      if (!(value instanceof Uint8Array)) throw wrong('Uint8Array');
      return Buffer.from(value).toString('base64');
    default:
      return undefined;
  }
}
