import { PassThrough, Readable } from 'node:stream';
import { spoil } from '@bosh6/base/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cpi } from '../cpi.js';
import { cpiResponseSchema } from '../wire.js';
import { methods } from './dispatch.js';
import { serveCpi } from './serve-cpi.js';

/** Takes everything. */
const cpi = new Proxy({}, { get: () => async () => ({ cid: 'x', networks: {} }) }) as Cpi;

async function call(text: string) {
  const stdout = new PassThrough();
  await serveCpi(cpi, { stdin: Readable.from([Buffer.from(text)]), stdout });
  stdout.end();
  const chunks: Buffer[] = [];
  for await (const chunk of stdout) chunks.push(chunk as Buffer);
  return cpiResponseSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
}

const networks = { a: { type: 'manual', ip: '2001:db8::1', netmask: 'ffff::', gateway: 'fe80::1', cloud_properties: { name: 'x' } } };
const create = ['agent', 'sc-1', { cpu: 1 }, networks, ['disk-1'], { bosh: { x: [1] } }];
const numbers = fc.array(fc.nat(100_000), { maxLength: 6 });

it('a CPI executable answers any request, with a type for what is wrong', async () => {
  const request = (method: string) => ({
    method,
    arguments: create,
    context: { director_uuid: 'd', request_id: 'r', vm: { stemcell: { api_version: 3 } } },
    api_version: 2,
  });
  const text = fc.oneof(
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...Object.keys(methods), 'constructor', '__proto__'), numbers)
        .map(([method, chosen]) => JSON.stringify(spoil(request(method), chosen)) ?? ''),
      weight: 9,
    },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 1 },
  );
  let right = 0;
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const { error, result } = await call(given);
      if (error === null) right += 1;
      else expect([error.type, result]).toEqual([expect.stringMatching(/^(InvalidCall|Bosh::Clouds::\w+)$/), null]);
    }),
    { numRuns: 2000 },
  );
  expect(right).toBeGreaterThan(50);
});
