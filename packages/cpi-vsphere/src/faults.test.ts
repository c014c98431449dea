import { rootCertificates } from 'node:tls';
import { CodedError, type JsonObject } from '@bosh6/base';
import type { CpiNetworks, StemcellCid } from '@bosh6/cpi-protocol';
import { type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { context, networksOf, requestFor, type Simulated, simulate } from './testing/simulated.js';
import { onVcsim } from './testing/vcsim.js';

onVcsim('failures of the CPI on vSphere', () => {
  let on: Simulated;
  let stemcell: StemcellCid;
  beforeAll(async () => {
    on = await simulate({ clusters: 1 });
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
  }, 180_000);
  afterAll(() => on.stop());
  afterEach(() => on.vcsim.clearRules());

  async function failure(work: Promise<unknown>): Promise<CodedError> {
    try {
      await work;
    } catch (error) {
      if (CodedError.is(error)) return error;
      throw error;
    }
    throw new Error('it worked');
  }
  const onlyStemcell = async (): Promise<string[]> => (await on.left()).vms.filter((name) => name !== stemcell);

  describe('what an operator got wrong', () => {
    const size = { cpu: 1, ram: 512, disk: 1024 };
    const network = (name: string): CpiNetworks => ({ a: { type: 'manual', ip: '10.5.0.1', cloud_properties: { name } } });
    it.each<[string, { vcenter?: JsonObject; datacenter?: JsonObject; vm?: JsonObject; networks?: CpiNetworks }, string, RegExp]>([
      ['password', { vcenter: { password: 'wrong' } }, 'VMCreationFailed', /refuses the user 'u'/],
      ['datacenter', { vcenter: { connection_options: {} }, datacenter: { name: 'DC9' } }, 'VMCreationFailed', /no datacenter 'DC9'/],
      ['cluster', { datacenter: { clusters: ['C9'] } }, 'VMCreationFailed', /'DC0' has no cluster 'C9'/],
      ['network', { networks: network('VM Netwrk') }, 'VMCreationFailed', /'DC0' has no network 'VM Netwrk'/],
      ['switch', { networks: network('DVS9/DC0_DVPG0') }, 'VMCreationFailed', /no network 'DVS9\/DC0_DVPG0'/],
      ['datastore', { vm: { datastores: ['LocalDS_9'] } }, 'VMCreationFailed', /'DC0_C0' reaches no datastore that the VM may use/],
      ['size of a disk', { vm: { disk: 2 ** 40 } }, 'NoDiskSpace', /'LocalDS_0' has \d+ MiB free/],
      ['size of memory', { vm: { ram: 2 ** 40 } }, 'VMCreationFailed', /'DC0_C0' has \d+ MiB of memory free/],
      ['key', { vm: { vgpus: ['gold'] } }, 'VMCreationFailed', /'vgpus' is not supported/],
      ['policy', { vm: { storage_policy: { name: 'gold' } } }, 'VMCreationFailed', /no storage policy 'gold'; it has '/],
      [
        'host group',
        { datacenter: { clusters: [{ DC0_C0: { host_group: 'H9' } }] } },
        'VMCreationFailed',
        /'DC0_C0' has no host group 'H9'/,
      ],
    ])('a %s: named, not worth a repeat', async (_what, { vcenter, datacenter, vm = {}, networks = networksOf(1) }, code, message) => {
      const cpi = on.cpiWith(vcenter, datacenter);
      const error = await failure(cpi.createVm(requestFor(stemcell, 1, { cloudProperties: { ...size, ...vm }, networks }), context()));
      expect(error).toMatchObject({ code, retryable: false, message: expect.stringMatching(message) });
      expect(await onlyStemcell()).toEqual([]);
    });

    it('a certificate of nobody that is trusted', async () => {
      const cpi = on.cpiWith({ connection_options: { ca_cert: rootCertificates[0] ?? '' } });
      const error = await failure(cpi.hasVm('vm-1' as never, context()));
      expect(error).toMatchObject({
        code: 'CloudError',
        retryable: false,
        message: expect.stringMatching(/certificate of 127.0.0.1:\d+ is not trusted/),
      });
    });

    it('a resource pool, named at the stemcell already', async () => {
      const cpi = on.cpiWith({}, { clusters: [{ DC0_C0: { resource_pool: 'P9' } }] });
      const error = await failure(cpi.createStemcell(on.imagePath, {}, undefined, context()));
      expect(error).toMatchObject({ code: 'CpiError', message: expect.stringContaining("no cluster 'DC0_C0' with resource pool 'P9'") });
    });

    it('a vCenter that is not there, which may come back', async () => {
      const cpi = on.cpiWith({ host: '127.0.0.1:9' });
      expect(await failure(cpi.hasVm('vm-1' as never, context()))).toMatchObject({
        code: 'CloudError',
        retryable: true,
        message: expect.stringContaining('127.0.0.1:9'),
      });
      expect(await failure(cpi.createVm(requestFor(stemcell, 1), context()))).toMatchObject({ code: 'VMCreationFailed', retryable: true });
    });

    it('an address that a VM on the same network has, spelled in another way', async () => {
      const { cid } = await on.cpi.createVm(requestFor(stemcell, 77), context());
      const ref = (await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, {
        inventoryPath: `DC0/vm/BOSH_VMs/${cid}`,
      })) as Ref<'VirtualMachine'>;
      await on.vim.run('ReconfigVM_Task', ref, { spec: { extraConfig: [{ key: 'SET.guest.ipAddress', value: 'fd00:5::77' }] } });
      const { 'guest.net': net = [] } = await readProperties(on.vim, 'VirtualMachine', ref, ['guest.net']);
      expect(net[0]?.ipAddress).toEqual(['fd00:5::77']);
      const networks = (ip: string, name: string): CpiNetworks => ({ a: { type: 'manual', ip, cloud_properties: { name } } });
      const make = (cpi: typeof on.cpi, ip: string, name: string) =>
        cpi.createVm(requestFor(stemcell, 1, { networks: networks(ip, name) }), context());
      const error = await failure(make(on.cpi, 'FD00:0005:0::0077', 'VM Network'));
      expect(error).toMatchObject({ code: 'VMCreationFailed', retryable: false });
      expect(error.message).toContain(`VM '${cid}' has fd00:5::77 on 'VM Network'`);
      const value = 'fd00:0005:0000:0000:0000:0000:0000:0077';
      await on.vim.run('ReconfigVM_Task', ref, { spec: { extraConfig: [{ key: 'SET.guest.ipAddress', value }] } });
      expect((await failure(make(on.cpi, 'fd00:5::77', 'VM Network'))).message).toContain(`VM '${cid}' has fd00:5::77`);
      const allowed = [await make(on.cpiWith({ ensure_no_ip_conflicts: false }), 'fd00:5::77', 'VM Network')];
      for (const one of [...allowed, { cid }]) await on.cpi.deleteVm(one.cid, context());
    });
  });

  describe('a step of vSphere that fails', () => {
    it.each([
      ['CloneVM_Task', 'HostNotConnected', true, true],
      ['CloneVM_Task', 'InvalidArgument', true, false],
      ['CloneVM_Task', 'NoPermission', false, false],
      ['ReconfigVM_Task', 'GenericVmConfigFault', true, true],
      ['ReconfigVM_Task', 'InvalidDeviceSpec', true, false],
      ['UpgradeVM_Task', 'TaskInProgress', true, true],
      ['PowerOnMultiVM_Task', 'InsufficientMemoryResourcesFault', false, true],
    ])('in create_vm: %s with %s; nothing is left, and the next try succeeds', async (method, fault, task, retryable) => {
      await on.vcsim.addRule({ method, fault, task });
      const { cloudProperties } = requestFor(stemcell, 20);
      const request = requestFor(stemcell, 20, { cloudProperties: { ...cloudProperties, upgrade_hw_version: true } });
      const call = context();
      const error = await failure(on.cpi.createVm(request, call));
      expect(error).toMatchObject({ code: 'VMCreationFailed', retryable, message: expect.stringContaining(fault) });
      expect(error.message).toMatch(/VM 'vm-[0-9a-f-]{36}'/);
      expect(await onlyStemcell()).toEqual([]);
      await on.vcsim.clearRules();
      const { cid } = await on.cpi.createVm(request, call);
      expect(error.message).toContain(cid);
      await on.cpi.deleteVm(cid, context());
    });

    it('for want of space goes to the next datastore, and is NoDiskSpace when there is none', async () => {
      const both = on.cpiWith({}, { datastore_pattern: 'LocalDS' });
      await on.vcsim.addRule({ method: 'CloneVM_Task', fault: 'NoDiskSpace', task: true, times: 1 });
      const log: string[] = [];
      const { cid } = await both.createVm(requestFor(stemcell, 21), context('space', log));
      expect(log).toEqual([expect.stringMatching(/datastore 'LocalDS_\d'.*NoDiskSpace/)]);
      await both.deleteVm(cid, context());
      await on.vcsim.clearRules();
      await on.vcsim.addRule({ method: 'CloneVM_Task', fault: 'NoDiskSpace', task: true });
      const error = await failure(both.createVm(requestFor(stemcell, 22), context()));
      expect(error).toMatchObject({ code: 'NoDiskSpace', message: expect.stringContaining('LocalDS_') });
      expect((await on.left()).vms.filter((name) => name.startsWith('vm-'))).toEqual([]);
    });

    it.each(['HttpNfcLeaseComplete', 'CreateSnapshot_Task', 'ReconfigVM_Task', 'UpgradeVM_Task'])(
      'in create_stemcell: %s; nothing is left',
      async (method) => {
        const before = await on.left();
        await on.vcsim.addRule({ method, fault: 'HostNotConnected' });
        const call = context();
        const error = await failure(on.cpi.createStemcell(on.imagePath, {}, undefined, call));
        expect(error).toMatchObject({
          code: 'CloudError',
          retryable: true,
          message: expect.stringMatching(/stemcell 'sc-.*HostNotConnected/),
        });
        expect(await on.left()).toEqual(before);
        await on.vcsim.clearRules();
        await on.cpi.deleteStemcell(await on.cpi.createStemcell(on.imagePath, {}, undefined, call), context());
      },
    );

    it.each([
      ['CreateVirtualDisk_Task', 'NoDiskSpace', 'NoDiskSpace'],
      ['CreateVirtualDisk_Task', 'HostNotConnected', 'CloudError'],
      ['MakeDirectory', 'NoPermission', 'CloudError'],
    ])('in create_disk: %s with %s is %s', async (method, fault, code) => {
      await on.vcsim.addRule({ method, fault });
      const error = await failure(on.cpiWith().createDisk(64, {}, undefined, context()));
      expect(error).toMatchObject({ code, message: expect.stringMatching(/disk 'disk-.*'LocalDS_1'/) });
    });

    it('in delete_vm, when its disk cannot be taken off, keeps the VM and the disk', async () => {
      const { cid } = await on.cpi.createVm(requestFor(stemcell, 23), context());
      const disk = await on.cpi.createDisk(64, {}, cid, context());
      await on.cpi.attachDisk(cid, disk, context());
      await on.vcsim.addRule({ method: 'ReconfigVM_Task', fault: 'TaskInProgress', task: true });
      expect(await failure(on.cpi.deleteVm(cid, context()))).toMatchObject({
        code: 'CloudError',
        retryable: true,
        message: expect.stringContaining(disk),
      });
      await on.vcsim.clearRules();
      expect(await on.cpi.getDisks(cid, context())).toEqual([disk]);
      await on.cpi.deleteVm(cid, context());
      expect(await on.cpi.hasDisk(disk, context())).toBe(true);
      await on.cpi.deleteDisk(disk, context());
    });

    it('a session that ends is one login more', async () => {
      const { cid } = await on.cpi.createVm(requestFor(stemcell, 24), context());
      await on.vcsim.expireSessions();
      expect(await on.cpi.hasVm(cid, context())).toBe(true);
      await on.vcsim.expireSessions();
      await on.cpi.deleteVm(cid, context());
    });
  });
});
