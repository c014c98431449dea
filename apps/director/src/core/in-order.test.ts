import { expect, test } from 'vitest';
import { inOrder } from './in-order.js';

test('each waits for the end of the one before, a bad one too', async () => {
  const told: string[] = [];
  const work = inOrder(async (name: string) => {
    told.push(`${name} begins`);
    await Promise.resolve();
    if (name === 'b') throw new RangeError(name);
    told.push(`${name} ends`);
    return name;
  });
  const [a, b, c] = await Promise.allSettled([work('a'), work('b'), work('c')]);
  expect([a, c]).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'fulfilled', value: 'c' },
  ]);
  expect(b).toMatchObject({ status: 'rejected', reason: expect.any(RangeError) });
  expect(told).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
});
