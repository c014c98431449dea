import { expect, test } from 'vitest';
import { together } from './together.js';

test('what failed is told once the others have ended', async () => {
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const slow = gate.promise.then(() => void order.push('slow'));
  const all = together([slow, Promise.reject(new Error('first')), Promise.reject(new Error('second'))]).catch((error: Error) =>
    order.push(error.message),
  );
  await new Promise(setImmediate);
  gate.resolve();
  await all;
  expect(order).toEqual(['slow', 'first']);
});
