import type { Words } from './monit-words.js';

export type Operator = '>' | '<' | '=' | '!=' | '>=' | '<=';

/** A bound that a number is held against. */
export interface Limit {
  operator: Operator;
  value: number;
  /** `%`, or none: bytes where bytes are measured. */
  percent: boolean;
}

const operators: Readonly<Record<string, Operator>> = {
  '>': '>',
  gt: '>',
  greater: '>',
  older: '>',
  '<': '<',
  lt: '<',
  less: '<',
  newer: '<',
  '>=': '>=',
  '<=': '<=',
  eq: '=',
  equal: '=',
  '!=': '!=',
  ne: '!=',
  notequal: '!=',
};
const factors: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  bytes: 1,
  kb: 1024,
  kilobyte: 1024,
  kilobytes: 1024,
  mb: 1024 ** 2,
  megabyte: 1024 ** 2,
  megabytes: 1024 ** 2,
  gb: 1024 ** 3,
  gigabyte: 1024 ** 3,
  gigabytes: 1024 ** 3,
};
const durations: readonly [RegExp, number][] = [
  [/^(s|sec|seconds?)$/, 1],
  [/^minutes?$/, 60],
  [/^hours?$/, 3600],
  [/^days?$/, 86_400],
];

/** `> 200 MB`, `greater than 50%`, `!= 3`; equal where no operator stands. The `=` itself is noise to the words. */
export function limitOf(words: Words): Limit {
  const operator = operatorOf(words);
  const [value, glued] = numberOf(words);
  const unit = glued ?? words.peek() ?? '';
  const isUnit = unit === '%' || unit === 'percent' || Object.hasOwn(factors, unit);
  if (glued !== undefined && !isUnit) throw words.wrong(`'${glued}' is no unit`);
  if (glued === undefined && isUnit) words.skip();
  // `50%%` is what a template leaves that escapes twice
  while (words.accept('%') !== undefined);
  return { operator, value: value * (factors[unit] ?? 1), percent: unit === '%' || unit === 'percent' };
}

/** `older than 5 minutes`; in seconds. */
export function ageLimitOf(words: Words): Limit {
  const operator = operatorOf(words);
  const [value, glued] = numberOf(words);
  return { operator, value: value * durationFactor(words, glued), percent: false };
}

/** A count of seconds; monit's units need not be said. Throws MonitFileInvalid. */
export function secondsOf(words: Words): number {
  const [value, glued] = numberOf(words);
  if (!(value > 0)) throw words.wrong(`'${value}' is no timeout`);
  return value * durationFactor(words, glued);
}

export function operatorOf(words: Words): Operator {
  const word = words.peek();
  if (word === undefined || !Object.hasOwn(operators, word)) return '=';
  words.skip();
  return operators[word] ?? '=';
}

export function isBeyond(value: number, { operator, value: bound }: Limit): boolean {
  switch (operator) {
    case '>':
      return value > bound;
    case '<':
      return value < bound;
    case '>=':
      return value >= bound;
    case '<=':
      return value <= bound;
    case '!=':
      return value !== bound;
    default:
      return value === bound;
  }
}

/** The number, and a unit that clings to it. Throws MonitFileInvalid. */
function numberOf(words: Words): [number, string | undefined] {
  const line = words.line;
  const text = words.value('a number');
  const match = /^(\d+(?:\.\d+)?)([a-z]*)$/i.exec(text);
  if (match === null) throw words.wrong(`'${text}' is no number`, line);
  return [Number(match[1]), match[2] ? match[2].toLowerCase() : undefined];
}

function durationFactor(words: Words, glued: string | undefined): number {
  const unit = glued ?? words.peek() ?? '';
  const factor = durations.find(([pattern]) => pattern.test(unit))?.[1];
  if (factor === undefined) {
    if (glued !== undefined) throw words.wrong(`'${glued}' is no unit of time`);
    return 1;
  }
  if (glued === undefined) words.skip();
  return factor;
}
