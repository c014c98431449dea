import { VirtualWorld } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { sayWhenSlow } from './say-when-slow.js';

describe('what takes long', () => {
  it('is told once, and its result comes all the same', async () => {
    const world = new VirtualWorld();
    let told = 0;
    const work = Promise.withResolvers<string>();
    const result = sayWhenSlow(world, () => told++, work.promise);
    await world.advance(2999);
    expect(told).toBe(0);
    await world.advance(60_000);
    expect(told).toBe(1);
    work.resolve('done');
    expect(await result).toBe('done');
  });

  it('is not told when it was quick, or failed at once', async () => {
    const world = new VirtualWorld();
    const never = (): never => expect.unreachable();
    expect(await sayWhenSlow(world, never, Promise.resolve(1))).toBe(1);
    await expect(sayWhenSlow(world, never, Promise.reject(new TypeError('x')))).rejects.toThrow('x');
    await world.advance(60_000);
  });
});
