import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { root } from '../../stack/paths.js';
import { type Operation, operations } from './operations.js';

export interface KillPoint {
  readonly operation: Operation;
  /** Counted from 1. */
  readonly step: number;
}

export type Counts = Readonly<Record<Operation, number>>;

/** `BOSH6_KILL_SEED`, else the commit's hash. */
export function seed(): string {
  return process.env.BOSH6_KILL_SEED ?? execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
}

/** So many points, the same for a seed, in rounds of one of each operation; no step of an operation twice. */
export function choose(counts: Counts, howMany: number, from: string): KillPoint[] {
  const rank = (operation: Operation, step: number): string => createHash('sha256').update(`${from} ${operation} ${step}`).digest('hex');
  const shuffled = (operation: Operation): number[] =>
    Array.from({ length: counts[operation] }, (_none, at) => at + 1).sort((a, b) => (rank(operation, a) < rank(operation, b) ? -1 : 1));
  const left = new Map(operations.map((operation) => [operation, shuffled(operation)]));
  const points: KillPoint[] = [];
  while (points.length < howMany && [...left.values()].some(({ length }) => length > 0)) {
    for (const operation of operations) {
      const step = left.get(operation)?.shift();
      if (step !== undefined && points.length < howMany) points.push({ operation, step });
    }
  }
  return points;
}
