import { expect, it } from 'vitest';
import { defineErrors } from '../error-registry.js';
import { attempt, attemptAsync } from './attempt.js';
import { spoil } from './spoil.js';

const fail = defineErrors({ Wrong: { fault: 'user' } });
const refuse = (): never => {
  throw fail('Wrong', 'm');
};

it('takes a value and an error with a code, and nothing else', async () => {
  expect(attempt(() => 1)).toEqual({ value: 1 });
  expect(attempt(refuse)).toMatchObject({ error: { code: 'Wrong' } });
  expect(() => attempt(() => (undefined as unknown as string).length)).toThrow(TypeError);
  expect(await attemptAsync(async () => 1)).toEqual({ value: 1 });
  await expect(attemptAsync(() => Promise.reject(new RangeError()))).rejects.toThrow(RangeError);
});

it('sees a prototype that was changed', () => {
  const prototype = Object.prototype as { polluted?: boolean };
  try {
    expect(() =>
      attempt(() => {
        prototype.polluted = true;
      }),
    ).toThrow('prototype');
  } finally {
    delete prototype.polluted;
  }
});

it('spoils a copy, in each of its places', () => {
  const value = { a: [1, { b: 2 }] };
  const spoilt = new Set(Array.from({ length: 200 }, (_, at) => JSON.stringify(spoil(value, [at % 7, at]))));
  expect(value).toEqual({ a: [1, { b: 2 }] });
  expect(spoilt.size).toBeGreaterThan(100);
  expect([...spoilt].some((text) => text?.includes('"__proto__":{"polluted":true}'))).toBe(true);
});
