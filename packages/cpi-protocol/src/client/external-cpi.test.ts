import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { CallContext } from '../cpi.js';
import { createExternalCpi } from './external-cpi.js';

const root = mkdtempSync(join(tmpdir(), 'b6-cpi-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

let count = 0;
/** A CPI whose answer to `request` is what the body gives; `info` is answered by `version`. */
function cpiOf(body: string, version: number | null = 2): string {
  const file = join(root, `cpi-${count++}`);
  const info = `{ result: { stemcell_formats: ['x'], api_version: ${version} }, error: null, log: '' }`;
  const script = `#!${process.execPath}
const request = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const ok = (result, log = '') => ({ result, error: null, log });
const failed = (type, message, ok_to_retry = false) => ({ result: null, error: { type, message, ok_to_retry }, log: '' });
const answer = request.method === 'info' ? ${info} : (() => { ${body} })();
process.stdout.write(typeof answer === 'string' ? answer : JSON.stringify(answer));
`;
  writeFileSync(file, script, { mode: 0o755 });
  return file;
}
const lines: string[] = [];
const context: CallContext = {
  requestId: 'cpi-7',
  directorUuid: 'uuid',
  vm: { stemcell: { api_version: 3 } },
  log: (line) => lines.push(line),
};
const vm = 'vm-1' as never;

describe('a CPI executable, as a Director calls it', () => {
  it('gets one request with the properties of its config in the context', async () => {
    const executable = cpiOf('return ok({ request, args: process.argv.slice(2) });');
    const cpi = createExternalCpi({ executable, properties: { socket: '/s', director_uuid: 'other' } });
    const seen = (await cpi.calculateVmCloudProperties({ cpu: 1, ram: 2, ephemeral_disk_size: 3 }, context)) as never as {
      request: object;
      args: string[];
    };
    expect(seen.request).toEqual({
      method: 'calculate_vm_cloud_properties',
      arguments: [{ cpu: 1, ram: 2, ephemeral_disk_size: 3 }],
      context: { director_uuid: 'other', request_id: 'cpi-7', vm: { stemcell: { api_version: 3 } }, socket: '/s' },
      api_version: 2,
    });
    expect(seen.args).toEqual([]);
  });

  it.each([
    [
      { HOME: '/home/vcap', TMPDIR: '/var/tmp' },
      { HOME: '/home/vcap', TMPDIR: '/var/tmp' },
    ],
    [{ HOME: '/home/vcap', TMPDIR: undefined }, { HOME: '/home/vcap' }],
    [{ HOME: undefined, TMPDIR: undefined, SECRET: 's', NODE_OPTIONS: '', BOSH_CLIENT: 'c' }, {}],
  ])('has of the environment %j the protocol’s PATH, and %j', async (own, given) => {
    for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
    const cpi = createExternalCpi({ executable: cpiOf('return ok(process.env);') });
    const seen = await cpi.calculateVmCloudProperties({ cpu: 1, ram: 2, ephemeral_disk_size: 3 }, context);
    expect(seen).toEqual({ PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...given });
  });

  it('has its log and its standard error told', async () => {
    lines.length = 0;
    await createExternalCpi({ executable: cpiOf("process.stderr.write('one\\n'); return ok(null, 'two\\nthree\\n');") }).deleteVm(
      vm,
      context,
    );
    expect(lines).toEqual(['one', 'two', 'three']);
  });

  it.each([
    [2, 2],
    [3, 3],
    [9, 3],
  ])('speaks the older of its API version %i and ours, and gives tags from 3 on', async (theirs, spoken) => {
    const executable = cpiOf("return ok(request.api_version + ' ' + request.arguments.length);", theirs);
    const cid = await createExternalCpi({ executable }).createStemcell('/image', {}, { tags: { a: 'b' } }, context);
    expect(cid).toBe(`${spoken} ${spoken === 3 ? 3 : 2}`);
  });

  it.each([1, null])('is refused when it reports API version %s', async (version) => {
    await expect(createExternalCpi({ executable: cpiOf('', version) }).hasVm(vm, context)).rejects.toMatchObject({ code: 'NotSupported' });
  });

  it.each([
    ['Bosh::Clouds::VMNotFound', 'VMNotFound'],
    ['Bosh::Clouds::NoDiskSpace', 'NoDiskSpace'],
    ['InvalidCall', 'InvalidCall'],
    ['VMNotFound', 'UnknownError'],
    ['Bosh::Clouds::Invented', 'UnknownError'],
    ['Bosh::Clouds::constructor', 'UnknownError'],
    ['Unknown', 'UnknownError'],
  ])('has its error %s known as %s, with the request in the message', async (type, code) => {
    const cpi = createExternalCpi({ executable: cpiOf(`return failed('${type}', 'no luck', true);`) });
    await expect(cpi.deleteVm(vm, context)).rejects.toMatchObject({
      code,
      retryable: true,
      message: expect.stringContaining(`CPI error '${type}' with message 'no luck' in 'delete_vm' CPI method (CPI request ID: 'cpi-7')`),
    });
  });

  it.each([
    ['InvalidCall', 'Method is not known, got: resize_disk'],
    ['Bosh::Clouds::CloudError', 'Invalid Method: resize_disk'],
  ])('lacks a method when it says so by %s', async (type, message) => {
    const cpi = createExternalCpi({ executable: cpiOf(`return failed('${type}', '${message}');`) });
    await expect(cpi.resizeDisk('d' as never, 1, context)).rejects.toMatchObject({ code: 'NotImplemented' });
  });

  it.each([
    ['nothing', "return '';"],
    ['no JSON', "return 'panic: oops';"],
    ['two responses', "return JSON.stringify(ok(true)) + '\\n' + JSON.stringify(ok(true));"],
    ['no log', 'return { result: true, error: null };'],
    ['an error without ok_to_retry', "return { result: null, error: { type: 'a', message: 'b' }, log: '' };"],
    ['a result of another shape', "return ok('yes');"],
  ])('is not believed when it answers with %s', async (_what, body) => {
    await expect(createExternalCpi({ executable: cpiOf(body) }).hasVm(vm, context)).rejects.toMatchObject({ code: 'InvalidResponse' });
  });

  it.each(['null', "''", '{}'])('is not believed when attach_disk gives %s', async (hint) => {
    const cpi = createExternalCpi({ executable: cpiOf(`return ok(${hint});`) });
    await expect(cpi.attachDisk(vm, 'd' as never, context)).rejects.toMatchObject({ code: 'AttachDiskResponse' });
  });

  it('keeps the networks that were asked for where it tells none', async () => {
    const networks = { a: { type: 'manual', ip: '2001:db8::1' }, b: { type: 'dynamic' } };
    const request = { agentId: 'a', stemcellCid: 's', cloudProperties: {}, networks, diskCids: [], env: {} } as never;
    const silent = createExternalCpi({ executable: cpiOf("return ok(['vm-1', {}]);") });
    expect(await silent.createVm(request, context)).toEqual({ cid: 'vm-1', networks });
    const telling = createExternalCpi({ executable: cpiOf("return ok(['vm-1', { b: { type: 'dynamic', ip: '2001:db8::9' } }]);") });
    expect((await telling.createVm(request, context)).networks).toMatchObject({ a: { ip: '2001:db8::1' }, b: { ip: '2001:db8::9' } });
  });

  it('changes of a network what it tells, and nothing by a null', async () => {
    const networks = { a: { type: 'dynamic', prefix: '128', nic_group: '1', dns: ['2001:db8::53'] } };
    const request = { agentId: 'a', stemcellCid: 's', cloudProperties: {}, networks, diskCids: [], env: {} } as never;
    const told = "{ a: { type: 'dynamic', ip: '2001:db8::9', dns: null, default: null } }";
    const cpi = createExternalCpi({ executable: cpiOf(`return ok(['vm-1', ${told}]);`) });
    expect((await cpi.createVm(request, context)).networks).toEqual({ a: { ...networks.a, ip: '2001:db8::9' } });
  });

  it('is told apart when it is not there, or cannot run', async () => {
    const file = join(root, 'not-executable');
    writeFileSync(file, '#!/bin/sh\n', { mode: 0o644 });
    for (const executable of [join(root, 'none'), file, root])
      await expect(createExternalCpi({ executable }).info(context)).rejects.toMatchObject({
        code: 'NonExecutable',
        message: expect.stringContaining(executable),
      });
  });

  it('is asked for its API version again after that failed', async () => {
    const marker = join(root, 'marker');
    const executable = join(root, 'late');
    writeFileSync(
      executable,
      `#!/bin/sh\nif [ -e '${marker}' ]; then echo '{"result":{"api_version":2},"error":null,"log":""}'; else touch '${marker}'; fi\n`,
      { mode: 0o755 },
    );
    const cpi = createExternalCpi({ executable });
    await expect(cpi.info(context)).rejects.toMatchObject({ code: 'InvalidResponse' });
    expect(await cpi.info(context)).toMatchObject({ api_version: 2 });
  });

  it('is stopped when it writes without end', async () => {
    const executable = join(root, 'endless');
    writeFileSync(executable, '#!/bin/sh\nexec cat /dev/zero\n', { mode: 0o755 });
    await expect(createExternalCpi({ executable }).info(context)).rejects.toMatchObject({ code: 'InvalidResponse' });
  });
});
