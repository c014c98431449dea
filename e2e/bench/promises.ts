import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../stack/paths.js';
import type { Line } from './benchmark.js';

const schema = z.record(z.string(), z.strictObject({ max: z.number().positive().optional(), min: z.number().positive().optional() }));
export type Promises = z.infer<typeof schema>;

/** The most that each benchmark may give, or the least: its ratio where it has a peer, else its value in its unit. */
export function readPromises(): Promises {
  return schema.parse(JSON.parse(readFileSync(join(root, 'e2e/bench/promises.json'), 'utf8')));
}

/** Why a line breaks its promise; undefined when it keeps it or none was given. */
export function broken(line: Line, promises: Promises): string | undefined {
  const promise = promises[line.name];
  const measured = line.ratio ?? line.value;
  const { max = Number.POSITIVE_INFINITY, min = 0 } = promise ?? {};
  if (measured <= max && measured >= min) return undefined;
  const limit = measured > max ? `at most ${max}` : `at least ${min}`;
  return line.ratio === null
    ? `${line.name}: ${line.value} ${line.unit}, promised ${limit} ${line.unit}`
    : `${line.name}: ${line.ratio} x ${line.peer}, promised ${limit} x`;
}
