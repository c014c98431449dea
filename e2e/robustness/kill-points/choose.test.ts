import { expect, it } from 'vitest';
import { choose, hashed, inTurn, type KillPoint, victims } from './choose.js';

const each = { deploy: 50, update: 30, recreate: 50, migrate: 50, delete: 20 };
const counts = { director: each, agent: each, cpi: { ...each, update: 0 }, bus: each };

it('takes every point once when all are asked for', () => {
  const all = choose(counts, Number.POSITIVE_INFINITY, 'seed');
  expect(new Set(all.map(({ victim, operation, step }) => `${victim} ${operation} ${step}`)).size).toBe(all.length);
  const of = (one: string) => all.filter(({ victim }) => victim === one);
  expect(victims.map((victim) => of(victim).length)).toEqual([200, 200, 170, 200]);
});

it('takes the same ones for a seed, others for another, most of the Director in every operation', () => {
  const some = choose(counts, 40, 'seed');
  expect(some).toHaveLength(40);
  expect(some).toEqual(choose(counts, 40, 'seed'));
  expect(some).not.toEqual(choose(counts, 40, 'another'));
  const directors = some.filter(({ victim }) => victim === 'director');
  expect(directors.length).toBeGreaterThan(20);
  expect(new Set(directors.map(({ operation }) => operation)).size).toBe(5);
});

it('takes one victim after the other, and of each all operations in turn', () => {
  const of = (victim: KillPoint['victim'], operation: KillPoint['operation'], step: number): KillPoint => ({ victim, operation, step });
  const first = [of('director', 'deploy', 7), of('director', 'update', 2), of('director', 'delete', 3)];
  const second = [of('director', 'deploy', 4), of('director', 'delete', 1)];
  const last = [of('bus', 'deploy', 7)];
  const mixed = [first[2], last[0], first[0], second[0], second[1], first[1]] as KillPoint[];
  expect(inTurn(mixed)).toEqual([...first, ...second, ...last]);
});

it('takes, where not all are asked for, one in four of the bus', () => {
  const most = choose(counts, 1000, 'seed').filter(({ victim }) => victim === 'bus');
  expect(most).toHaveLength(52);
  expect(new Set(most.map(({ operation }) => operation)).size).toBe(5);
});

it.each(victims)('takes the %s for many a seed', (victim) => {
  const seeds = Array.from({ length: 20 }, (_none, at) => choose(counts, 40, `seed ${at}`));
  expect(seeds.filter((points) => points.some((point) => point.victim === victim)).length).toBeGreaterThan(10);
});

it('hashes to a number below the end', () => {
  const numbers = Array.from({ length: 100 }, (_none, at) => hashed(10, 'seed', at));
  expect(new Set(numbers)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});
