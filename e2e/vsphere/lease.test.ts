import { Readable } from 'node:stream';
import { listObjects, type Ref, readProperties, uploadLease } from '@bosh6/vim25';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';
import { tinyOvf } from './tiny-ovf.js';

describe.skipIf(!(await vcsimAvailable()))('an import by lease, over [::1]', () => {
  let lab: VsphereLab;
  let before: Record<string, number>;
  const count = async (name: string): Promise<number> => ((await lab.vcsim.calls())[name] ?? 0) - (before[name] ?? 0);
  const begin = async (entityName: string): Promise<{ lease: Ref<'HttpNfcLease'>; deviceId: string }> => {
    const { vim } = lab;
    const { ovfManager } = vim.content;
    const [datastore] = await listObjects(vim, 'Datastore', ['name']);
    const resourcePool = await lab.find('DC0/host/DC0_C0/Resources', 'ResourcePool');
    const folder = await lab.find('DC0/vm', 'Folder');
    if (ovfManager === undefined || datastore === undefined) throw new Error('no OVF manager or datastore');
    const cisp = { entityName, locale: 'US', deploymentOption: '' };
    const made = await vim.call('CreateImportSpec', ovfManager, { ovfDescriptor: tinyOvf, resourcePool, datastore: datastore.ref, cisp });
    const [item] = made.fileItem ?? [];
    if (made.importSpec === undefined || item === undefined) throw new Error(`no import spec: ${JSON.stringify(made.error)}`);
    expect(item).toMatchObject({ path: 'image-disk1.vmdk', size: 65536 });
    return { lease: await vim.call('ImportVApp', resourcePool, { spec: made.importSpec, folder }), deviceId: item.deviceId };
  };
  beforeAll(async () => {
    lab = await startVsphereLab({ listen: '[::1]:0', vms: 0 });
  });
  beforeEach(async () => {
    before = await lab.vcsim.calls();
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it('uploads the disk, tells how far it is, and gives the VM', async () => {
    const { lease, deviceId } = await begin('sc-1');
    const told: number[] = [];
    const size = 8 * 64 * 1024;
    const waits: (() => void)[] = [];
    // Each piece waits until the server has been told again, so that the telling shows.
    const slowly = async function* (): AsyncGenerator<Buffer> {
      for (let piece = 0; piece < 8; piece += 1) {
        yield Buffer.alloc(64 * 1024, piece);
        if (piece === 3) await new Promise<void>((resolve) => waits.push(resolve));
      }
    };
    const onProgress = (percent: number): void => {
      told.push(percent);
      if (percent >= 50) for (const go of waits.splice(0)) go();
    };
    const vm = await uploadLease(lab.vim, lease, [{ deviceId, size, open: () => Readable.from(slowly()) }], { onProgress, progressMs: 10 });
    expect(await readProperties(lab.vim, 'VirtualMachine', vm as Ref<'VirtualMachine'>, ['name'])).toEqual({ name: 'sc-1' });
    expect(told.at(-1)).toBe(100);
    expect(told).toContain(50);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(await count('HttpNfcLeaseComplete')).toBe(1);
    expect(await count('HttpNfcLeaseAbort')).toBe(0);
  });

  it('aborts the lease when the upload is aborted', async () => {
    const { lease, deviceId } = await begin('sc-2');
    const stop = new AbortController();
    const endless = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(1000);
      stop.abort(new Error('enough'));
      await new Promise(() => {});
    };
    const upload = uploadLease(lab.vim, lease, [{ deviceId, size: 5000, open: () => Readable.from(endless()) }], { signal: stop.signal });
    await expect(upload).rejects.toThrow('enough');
    expect(await count('HttpNfcLeaseAbort')).toBe(1);
    expect(await count('HttpNfcLeaseComplete')).toBe(0);
  });

  it('aborts the lease when the server will not keep it, with the fault', async () => {
    const { lease, deviceId } = await begin('sc-3');
    await lab.vcsim.addRule({ method: 'HttpNfcLeaseProgress', fault: 'Timedout' });
    const open = (): Readable => Readable.from(endlessly());
    const upload = uploadLease(lab.vim, lease, [{ deviceId, size: 5000, open }], { progressMs: 5 });
    await expect(upload).rejects.toMatchObject({ faultClass: 'Timedout' });
    await lab.vcsim.clearRules();
    expect(await count('HttpNfcLeaseAbort')).toBe(1);
  });

  it('names the devices that there are when asked for another', async () => {
    const { lease, deviceId } = await begin('sc-4');
    const upload = uploadLease(lab.vim, lease, [{ deviceId: 'nothing', size: 1, open: () => Readable.from(['x']) }]);
    await expect(upload).rejects.toMatchObject({ code: 'LeaseFailed', message: expect.stringContaining(deviceId) });
    expect(await count('HttpNfcLeaseAbort')).toBe(1);
  });
});

async function* endlessly(): AsyncGenerator<Buffer> {
  yield Buffer.alloc(100);
  await new Promise(() => {});
}
