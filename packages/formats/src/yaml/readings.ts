import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@bosh6/base';
import { base60For, resolveScalar } from './scalars.js';

const bool = /^(?:(true|True|TRUE)|false|False|FALSE)$/;
const integer = /^(?:[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** A plain scalar as YAML 1.2's core schema has it: editors, and most libraries of today. */
function resolveCore(text: string): Json {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  const boolean = bool.exec(text);
  if (boolean !== null) return boolean[1] !== undefined;
  if (integer.test(text) || float.test(text)) {
    const value = Number(text.replace(/^\+/, ''));
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
  }
  return text;
}

/** Why a plain scalar is not the same to everybody who reads it, in words; undefined when it is, or when it is a date, which is refused. */
export function differentReadings(text: string, key: string | undefined): string | undefined {
  const director = resolveScalar(text, 'psych');
  const cli = resolveScalar(text, 'go');
  if ('refused' in director || 'refused' in cli) return undefined;
  if (/^:./.test(text)) return `'${text}' is a symbol to the original Director, not text`;
  const sixty = base60For(text);
  if (sixty !== undefined) {
    const who = sixty === 'ruby' ? 'readers of YAML 1.1, the original Director among them' : 'readers of YAML 1.1';
    return `'${text}' is a number in base 60 to ${who}, and text to others`;
  }
  const modern = resolveCore(text);
  const readings: [string, Json][] = [
    ['the Director', director.value],
    ['the original CLI', cli.value],
    ['readers of YAML 1.2', modern],
  ];
  if (readings.some(([, value]) => !isDeepStrictEqual(value, director.value))) return `'${text}' is ${grouped(readings)}`;
  const { value } = director;
  if (typeof value !== 'number' || !/^[-+]?\d+\.\d*0$/.test(text)) return undefined;
  // As a number 1.0 is 1; as a version it is another.
  const isVersion = key !== undefined && /version$/.test(key);
  return Number.isInteger(value) && !isVersion ? undefined : `'${text}' is the number ${value}: the zero at its end is lost`;
}

function grouped(readings: readonly [string, Json][]): string {
  const byValue = Map.groupBy(readings, ([, value]) => (typeof value === 'string' ? 'text' : String(value)));
  return [...byValue].map(([value, readers]) => `${value} to ${readers.map(([who]) => who).join(' and ')}`).join(', ');
}
