import { expect, it } from 'vitest';
import { choose } from './choose.js';

const counts = { deploy: 5, update: 3, recreate: 5, migrate: 5, delete: 2 };

it('takes every point once when all are asked for', () => {
  const all = choose(counts, Number.POSITIVE_INFINITY, 'seed').map(({ operation, step }) => `${operation} ${step}`);
  expect(all).toHaveLength(20);
  expect(new Set(all).size).toBe(20);
  expect(all).toContain('delete 2');
});

it('takes the same ones for a seed, others for another, of every operation', () => {
  const some = choose(counts, 10, 'seed');
  expect(some).toHaveLength(10);
  expect(some).toEqual(choose(counts, 10, 'seed'));
  expect(some).not.toEqual(choose(counts, 10, 'another'));
  expect(new Set(some.map(({ operation }) => operation)).size).toBe(5);
});
