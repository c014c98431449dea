import { expect, it } from 'vitest';
import { Flights } from './flights.js';

it('work of one name runs once at a time and gives all the same; afterwards it runs again, also after a failure', async () => {
  const flights = new Flights();
  let count = 0;
  const work = async (): Promise<number> => ++count;
  expect(await Promise.all([flights.run('a', work), flights.run('a', work), flights.run('b', work)])).toEqual([1, 1, 2]);
  await expect(flights.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await flights.run('a', work)).toBe(3);
});

it('work in turn never overlaps, and a failure holds up nobody', async () => {
  const flights = new Flights();
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
    if (name === 'b') throw new Error('no');
  };
  const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => flights.inTurn('x', work(name))));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(told).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
