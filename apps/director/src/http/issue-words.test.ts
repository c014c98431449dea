import { expect, test } from 'vitest';
import { z } from 'zod';
import { parse } from './parse.js';

const schema = z.object({
  limit: z.coerce.number().int().min(1).max(9).optional(),
  latest: z.enum(['true', 'false']).optional(),
  name: z.string().min(1).optional(),
  ids: z.array(z.string()).optional(),
  owner: z.object({ name: z.string() }).optional(),
});

test.each([
  [{ limit: 'x' }, '\'limit\' is "x", and must be a whole number'],
  [{ limit: '1.5' }, '\'limit\' is "1.5", and must be a whole number'],
  [{ limit: '0' }, '\'limit\' is "0", and must be at least 1'],
  [{ limit: '10' }, '\'limit\' is "10", and must be at most 9'],
  [{ latest: 'x' }, '\'latest\' is "x", and must be "true" or "false"'],
  [{ name: '' }, "'name' is empty"],
  [{ name: 7 }, "'name' must be text"],
  [{ ids: 'secret' }, "'ids' must be a list"],
  [{ owner: {} }, "'owner/name' is missing"],
  [[], 'the request must be a map'],
])('of %j is said what is wrong with it, and what it may be', (value, message) => {
  expect(() => parse(schema, value)).toThrow(expect.objectContaining({ code: 'RequestInvalid', message }));
});
