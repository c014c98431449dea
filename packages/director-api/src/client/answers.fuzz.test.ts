import { Readable } from 'node:stream';
import { attempt, attemptAsync, spoil } from '@bosh6/base/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readClaims } from './credentials.js';
import { readList, readTask } from './read-json.js';
import { refusal } from './refusal.js';
import { directorUrl, isSameDirector, parseTarget } from './target.js';
import { createUaa } from './uaa.js';

const numbers = fc.array(fc.nat(100_000), { maxLength: 6 });
const body = { code: 40000, description: 'd', details: { where: { document: 'manifest', pointer: '/a', line: 1, column: 1 }, hint: 'h' } };
const text = (right: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    numbers.map((chosen) => JSON.stringify(spoil(right, chosen)) ?? ''),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
const answer = (said: string, status = 200) => ({ status, headers: {}, stream: Readable.from([]), text: async () => said });

it("a Director's name, address or URL, however it is written", () => {
  const written = fc.oneof(
    fc.string({
      unit: fc.constantFrom(
        'https://',
        'http://',
        '[',
        ']',
        '::1',
        ':',
        '25555',
        '/',
        '%eth0',
        '@',
        '2001:db8::1',
        '10.0.0.1',
        'a',
        ' ',
        '?',
        '#',
      ),
      maxLength: 7,
    }),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  for (const right of ['::1', '[::1]:25555', 'https://[::1]', '10.0.0.1:25555', 'https://a'])
    expect(attempt(() => parseTarget(right))).toHaveProperty('value');
  fc.assert(
    fc.property(written, written, (a, b) => {
      const read = attempt(() => parseTarget(a));
      if ('value' in read) expect(read.value.origin).toMatch(/^https:\/\/[^/\s]+:\d+$/);
      expect(typeof directorUrl(a)).toBe('string');
      expect(typeof isSameDirector(a, b)).toBe('boolean');
    }),
    { numRuns: 3000 },
  );
});

it('refusals, tasks, lists and tokens of any content', async () => {
  const task = { id: 1, state: 'done', result: 'x' };
  const claims = text({ user_name: 'a', scope: ['b'], exp: 1 }).map((json) => `a.${Buffer.from(json).toString('base64url')}.c`);
  await fc.assert(
    fc.asyncProperty(text(body), text(task), claims, fc.nat(600), async (refused, told, token, status) => {
      const error = refusal({ method: 'GET', path: '/x' }, status, refused);
      expect([typeof error.message, typeof error.code]).toEqual(['string', 'string']);
      await attemptAsync(() => readTask(answer(told) as never));
      await attemptAsync(() => readList(answer(told) as never));
      attempt(() => readClaims(token));
    }),
    { numRuns: 1500 },
  );
});

it('a token service that answers as it likes', async () => {
  const target = parseTarget('https://[::1]:25555');
  const right = {
    prompts: { username: ['text', 'Email'], password: ['password', 'Password'] },
    access_token: 'a',
    token_type: 'bearer',
    refresh_token: 'r',
  };
  let said = '';
  const transport = { send: async () => answer(said) } as never;
  const uaa = createUaa('https://[::1]:25555/uaa', { target, transport }, {});
  said = JSON.stringify(right);
  expect(await uaa.prompts()).toHaveLength(2);
  await fc.assert(
    fc.asyncProperty(text(right), async (json) => {
      said = json;
      await attemptAsync(() => uaa.prompts());
      await attemptAsync(() => uaa.grant({ grant_type: 'password' }));
    }),
    { numRuns: 1500 },
  );
});
