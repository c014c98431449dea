import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { root } from '../../stack/paths.js';
import { type Operation, operations } from './operations.js';

/** Who can die. A CPI process is the lab's client too. The bus comes last: its stack is another from there on. */
export const victims = ['director', 'agent', 'cpi', 'bus'] as const;
export type Victim = (typeof victims)[number];

export interface KillPoint {
  readonly victim: Victim;
  readonly operation: Operation;
  /** Counted from 1: of the Director's steps (for the bus too), of its requests to agents, of the CPI processes' steps. */
  readonly step: number;
}

/** What it is called, in a log too. */
export const nameOf = ({ victim, operation, step }: KillPoint): string => `${victim} in ${operation}, step ${step}`;

export type Counts = Readonly<Record<Victim, Readonly<Record<Operation, number>>>>;

/** `BOSH6_KILL_SEED`, else the commit's hash. */
export function seed(): string {
  return process.env.BOSH6_KILL_SEED ?? execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
}

/** A number below `end`, the same for the same words. */
export function hashed(end: number, ...words: readonly unknown[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE() % end;
}

/** So many of the Director's for one of another victim. */
const directors = 12;
/** Of the bus one in so many where not all are asked for: it dies in the same steps as the Director, and most of them ask nothing of it. */
const busOneIn = 4;

/** So many points, the same for a seed, in rounds of some of each operation for each victim; no step twice. */
export function choose(counts: Counts, howMany: number, from: string): KillPoint[] {
  const kinds = operations.flatMap((operation) => victims.map((victim) => ({ victim, operation })));
  const rounds = kinds.flatMap(({ victim, operation }) => {
    const turn = hashed(1000, from, victim, operation) / 1000;
    return Array.from({ length: counts[victim][operation] }, (_none, at) => ({ victim, operation, step: at + 1 }))
      .map((point) => ({ point, rank: hashed(2 ** 32, from, victim, operation, point.step) }))
      .sort((a, b) => a.rank - b.rank)
      .filter((_point, at) => victim !== 'bus' || howMany === Number.POSITIVE_INFINITY || at % busOneIn === 0)
      .map(({ point }, at) => ({ point, round: victim === 'director' ? at / directors : at + turn }));
  });
  const taken = rounds.sort((a, b) => a.round - b.round).slice(0, howMany);
  return taken.map(({ point }) => point);
}

/** By victim, and of each one of each operation in turn, in an order in which most find what they need: a deploy where nothing is, a delete last. */
export function inTurn(points: readonly KillPoint[]): KillPoint[] {
  const seen = new Map<string, number>();
  const turns = points.map((point) => {
    const kind = `${point.victim} ${point.operation}`;
    const turn = seen.get(kind) ?? 0;
    seen.set(kind, turn + 1);
    return { point, turn, victim: victims.indexOf(point.victim), operation: operations.indexOf(point.operation) };
  });
  return turns.sort((a, b) => a.victim - b.victim || a.turn - b.turn || a.operation - b.operation).map(({ point }) => point);
}
