import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Cpi } from '../cpi.js';
import { cpiError } from '../errors.js';
import { cpiResponseSchema } from '../wire.js';
import { serveCpi } from './serve-cpi.js';

const cpi = {
  info: async () => ({ stemcell_formats: ['x'], api_version: 2 }),
  createVm: async (request: unknown, context: { log(line: string): void; requestId: string }) => {
    context.log(`making ${context.requestId}`);
    return { cid: 'vm-1', networks: { seen: request } };
  },
  deleteVm: async () => {
    throw cpiError('VMNotFound', 'there is no VM', { okToRetry: true });
  },
  hasVm: async () => {
    throw new TypeError('oops');
  },
} as unknown as Cpi;

async function call(request: unknown) {
  const stdout = new PassThrough();
  const text =
    typeof request === 'string'
      ? request
      : JSON.stringify({ context: { director_uuid: 'd', request_id: 'cpi-1', key: 'k' }, ...(request as object) });
  await serveCpi(cpi, { stdin: Readable.from([Buffer.from(text)]), stdout });
  stdout.end();
  const chunks: Buffer[] = [];
  for await (const chunk of stdout) chunks.push(chunk as Buffer);
  return cpiResponseSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
}

describe('a CPI executable', () => {
  it('answers one request with one response', async () => {
    expect(await call({ method: 'info', arguments: [] })).toEqual({
      result: { stemcell_formats: ['x'], api_version: 2 },
      error: null,
      log: '',
    });
    expect(await call({ method: 'ping', arguments: [] })).toMatchObject({ result: 'pong' });
  });

  it('gives create_vm’s result in the shape of the API version, and its log lines', async () => {
    const networks = { a: { type: 'manual', ip: '10.0.0.1', odd: [1] } };
    const args = ['agent', 'sc-1', { cpu: 1 }, networks, null, { bosh: { odd: null } }];
    const second = await call({ method: 'create_vm', arguments: args, api_version: 2 });
    expect(second.log).toBe('making cpi-1\n');
    expect(second.result).toMatchObject(['vm-1', { seen: { agentId: 'agent', networks, diskCids: [], env: { bosh: { odd: null } } } }]);
    expect((await call({ method: 'create_vm', arguments: args })).result).toBe('vm-1');
  });

  it.each([
    ['VM errors', { method: 'delete_vm', arguments: ['vm-1'] }, 'Bosh::Clouds::VMNotFound', true],
    ['surprises', { method: 'has_vm', arguments: ['vm-1'] }, 'Unknown', false],
    ['unknown methods', { method: 'configure_networks', arguments: [] }, 'Bosh::Clouds::NotImplemented', false],
    ['optional methods', { method: 'update_disk', arguments: ['d', 1, {}] }, 'Bosh::Clouds::NotImplemented', false],
    ['bad arguments', { method: 'create_disk', arguments: ['many', {}] }, 'InvalidCall', false],
    ['missing context', '{"method":"info","arguments":[]}', 'InvalidCall', false],
    ['garbage', 'not JSON', 'InvalidCall', false],
  ])('names the type of %s', async (_what, request, type, ok_to_retry) => {
    expect(await call(request)).toMatchObject({ result: null, error: { type, ok_to_retry } });
  });
});
