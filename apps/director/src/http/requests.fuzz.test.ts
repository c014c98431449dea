import { attempt, spoil } from '@bosh6/base/testing';
import { routes } from '@bosh6/director-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../core/config.js';
import { DirectorFixture } from '../director-fixture.test.suite.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
});
afterAll(() => director.close());

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    '*',
    '1',
    '-1',
    '1e9',
    '99999999999999999999',
    '__proto__',
    'constructor',
    '%00',
    '%2F',
    '%',
    '%zz',
    '..',
    '%F0%9F%92%A9',
    "'",
    '[::1]',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const path = fc.oneof(
  fc.constantFrom<string>(
    ...Object.values(routes).filter((route) => typeof route === 'string'),
    '/uaa/oauth/token',
    '/uaa/login',
    '/',
    '//',
    '//[',
    '//x/info',
    '/info?',
  ),
  fc
    .tuple(
      fc.constantFrom<(...names: string[]) => string>(...(Object.values(routes).filter((route) => typeof route === 'function') as never[])),
      piece,
      piece,
      piece,
    )
    .map(([route, ...names]) => {
      const marked = route(...names.map((_, at) => `X${at}X`));
      return names.reduce((text, name, at) => text.replace(`X${at}X`, name), marked);
    }),
);
const key = fc.constantFrom(
  'type',
  'name',
  'latest',
  'limit',
  'state',
  'deployment',
  'verbose',
  'id',
  'format',
  'recreate',
  'ip',
  'from',
  'before_id',
  'before_time',
  'fix',
  'force',
  'context',
  'details',
  '__proto__',
  'deployment[]',
  'job',
  'offset',
);
const query = fc
  .array(
    fc.tuple(key, piece).map((pair) => pair.join('=')),
    { maxLength: 3 },
  )
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.join('&')}`));
const numbers = fc.array(fc.nat(100_000), { maxLength: 6 });
const json = fc
  .tuple(
    fc.constantFrom<unknown>(
      { type: 'cloud', name: 'default', content: 'azs: []' },
      { id: 1, type: 'cloud' },
      { location: 'https://x', sha1: 'x' },
      { from: { id: 1 }, to: { content: 'x' } },
      [{ name: 'a', version: '1' }],
      { jobs: [] },
    ),
    numbers,
  )
  .map(([value, chosen]) => JSON.stringify(spoil(value, chosen)) ?? '');
const body = fc.oneof(
  json.map((text) => ({ 'content-type': 'application/json', text })),
  fc.oneof(json, fc.string({ maxLength: 30 })).map((text) => ({ 'content-type': 'text/yaml', text })),
  fc
    .tuple(
      fc.constantFrom(
        'application/json',
        'text/yaml',
        'text/plain',
        'application/x-compressed',
        'application/x-www-form-urlencoded',
        'constructor',
        '__proto__',
        'a/b; charset=',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    .map(([type, text]) => ({ 'content-type': type, text })),
);

describe('requests of any kind', () => {
  it('are answered, or refused: the Director never fails', { timeout: 120_000 }, async () => {
    const told = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS'),
        path,
        query,
        body,
        fc.nat(9),
        async (method, at, asked, sent, anonymous) => {
          const withBody = method !== 'GET' && method !== 'HEAD';
          const request = { method, ...(withBody ? { body: sent.text, headers: { 'content-type': sent['content-type'] } } : {}) };
          const answer = await (anonymous === 0 ? director.ask(`${at}${asked}`, request) : director.as(`${at}${asked}`, request));
          told.set(answer.status, (told.get(answer.status) ?? 0) + 1);
          expect([method, `${at}${asked}`, answer.text.includes('its log says more')]).toEqual([method, `${at}${asked}`, false]);
          // BOSH's own answer to `GET /networks`.
          if (/^(GET|HEAD) \/networks(\?|$)/.test(`${method} ${at}${asked}`)) return;
          expect([500, 502, 503], `${method} ${at}${asked} ${answer.text}`).not.toContain(answer.status);
        },
      ),
      { numRuns: 700 },
    );
    expect(told.get(200)).toBeGreaterThan(20);
    expect(told.get(400)).toBeGreaterThan(20);
  });

  it('of a path that is no URL have an answer like others', async () => {
    for (const at of ['//', '//[', '//[::1', '/\\', '//@:/']) {
      expect((await director.as(at)).status).toBe(404);
      expect((await director.ask(at)).status).toBe(404);
    }
  });
});

it('a configuration that is wrong in one place or three', () => {
  const right = JSON.parse(JSON.stringify(director.config)) as unknown;
  parseConfig(JSON.stringify(right), 'director.json');
  fc.assert(
    fc.property(numbers, (chosen) => {
      attempt(() => parseConfig(JSON.stringify(spoil(right, chosen)) ?? '', 'director.json'));
    }),
    { numRuns: 1000 },
  );
});
