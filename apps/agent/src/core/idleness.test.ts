import { VirtualWorld } from '@bosh6/base';
import { expect, it } from 'vitest';
import { Idleness } from './idleness.js';

it('is noticed once, a moment after the last of the work', async () => {
  const world = new VirtualWorld();
  let idle = 0;
  const idleness = new Idleness(world, () => {
    idle += 1;
  });
  const last = Promise.withResolvers<string>();
  const first = idleness.during(async () => 'first');
  const second = idleness.during(() => last.promise);
  expect(await first).toBe('first');
  world.advance(1000);
  expect(idle).toBe(0);
  last.resolve('second');
  expect(await second).toBe('second');
  world.advance(499);
  await expect(idleness.during(() => Promise.reject(new Error('third')))).rejects.toThrow('third');
  world.advance(499);
  expect(idle).toBe(0);
  world.advance(1000);
  expect(idle).toBe(1);
});
