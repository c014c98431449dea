import { rootCertificates } from 'node:tls';
import type { JsonObject } from '@bosh6/base';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import type { Ran } from '../stack/run.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { openVcenterScene, type Scene, withDisk } from '../vsphere/scene.js';

describe.skipIf(!(await vcsimAvailable()))('a vCenter at fault, as a deploy meets it', () => {
  let scene: Scene;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    scene = await openVcenterScene();
    // folders of VMs and settings are there from the first deploy on
    expectDone(await scene.deploy());
    expectDone(await scene.bosh('-d', 'tiny', 'delete-deployment'));
    before = await scene.left();
  });
  afterAll(() => scene?.close());

  /** That a deploy ended in `error`, said why with the protocol's type, called the CPI so often, and left nothing in vCenter and no lock. */
  async function failed(ran: Ran, type: string, tries: number, ...words: RegExp[]): Promise<void> {
    const said = `${ran.stdout}${ran.stderr}`;
    expect(ran.code, said).not.toBe(0);
    expect(said).toContain("ended in state 'error'");
    expect(said).toContain(`CPI error 'Bosh::Clouds::${type}' with message '`);
    for (const word of words) expect(said).toMatch(word);
    expect(await scene.tries(ran, 'createVm')).toBe(tries);
    expect(await scene.left()).toMatchObject({ vsphere: before.vsphere, vms: [], locks: 0, openIntents: 0 });
  }
  /** Whatever there was, the next correct deploy works, and leaves no more than one does. */
  async function nextSucceeds(): Promise<void> {
    await scene.vcenter.clearRules();
    expectDone(await scene.deploy());
    expectDone(await scene.bosh('-d', 'tiny', 'delete-deployment'));
    expect(await scene.left()).toEqual(before);
  }

  describe('wrong', () => {
    afterEach(async () => {
      await scene.cpi();
      await scene.cloud();
      await nextSucceeds();
    });
    const [someCa = ''] = rootCertificates;
    it.each<[string, { vcenter?: JsonObject; datacenter?: JsonObject }, RegExp]>([
      ['credentials', { vcenter: { password: 'wrong' } }, /vCenter '\[::1\]:8989'.*refuses the user 'administrator@vsphere.local'/],
      ['certificate', { vcenter: { connection_options: { ca_cert: someCa } } }, /certificate of \[::1\]:8989 is not trusted/],
      ['datacenter', { datacenter: { name: 'DC9' } }, /no datacenter 'DC9'/],
      ['cluster', { datacenter: { clusters: ['C9'] } }, /'DC0' has no cluster 'C9'/],
    ])('%s', async (_what, changed, words) => {
      await scene.cpi(changed);
      await failed(await scene.deploy(), 'VMCreationFailed', 1, words);
    });
    it.each([
      ['network', 'name: VM Network', 'name: VM Netwrk', /'DC0' has no network 'VM Netwrk'/],
      ['datastore', 'disk: 1024}', 'disk: 1024, datastores: [LocalDS_9]}', /'DC0_C0' reaches no datastore that the VM may use/],
    ])('%s', async (_what, from, to, words) => {
      await scene.cloud((text) => text.replace(from, to));
      await failed(await scene.deploy(), 'VMCreationFailed', 1, words);
    });
  });

  describe('full', () => {
    afterEach(async () => {
      await scene.cloud();
      await nextSucceeds();
    });
    it('datastores, before anything is made', async () => {
      await scene.cloud((text) => text.replace('disk: 1024}', 'disk: 1073741824}'));
      await failed(await scene.deploy(), 'NoDiskSpace', 1, /'LocalDS_0' has \d+ MiB free/);
    });
    it('datastores, while the VM is made', async () => {
      await scene.vcenter.addRule({ method: 'CloneVM_Task', fault: 'NoDiskSpace', task: true });
      await failed(await scene.deploy(), 'NoDiskSpace', 1, /VM 'vm-[-0-9a-f]{36}' on datastore 'LocalDS_0': .*NoDiskSpace/);
    });
    it('datastores of disks: the VM that was made stays with its instance, and goes with it', async () => {
      await scene.vcenter.addRule({ method: 'CreateVirtualDisk_Task', fault: 'NoDiskSpace', task: true });
      const ran = await scene.deploy(withDisk);
      const said = `${ran.stdout}${ran.stderr}`;
      expect(ran.code, said).not.toBe(0);
      expect(said).toMatch(
        /NoDiskSpace' with message '.*disk 'disk-[-0-9a-f]{36}' of 16 MiB on datastore 'LocalDS_0': .* in 'create_disk' CPI method/,
      );
      expect(await scene.tries(ran, 'createDisk')).toBe(1);
      expect(await scene.left()).toMatchObject({ diskRows: 0, locks: 0, openIntents: 0 });
    });
  });

  describe('fails', () => {
    afterEach(() => nextSucceeds());
    it.each([
      ['a clone that another try may do', 'CloneVM_Task', 'HostNotConnected', 5],
      ['a clone that none will do', 'CloneVM_Task', 'NoPermission', 1],
      ['a reconfigure that another try may do', 'ReconfigVM_Task', 'GenericVmConfigFault', 5],
      ['a reconfigure that none will do', 'ReconfigVM_Task', 'InvalidDeviceSpec', 1],
      ['a power-on that another try may do', 'PowerOnMultiVM_Task', 'InsufficientMemoryResourcesFault', 5],
      ['a power-on that none will do', 'PowerOnMultiVM_Task', 'NoPermission', 1],
    ])('%s', async (_what, method, fault, tries) => {
      await scene.vcenter.addRule({ method, fault, task: method !== 'PowerOnMultiVM_Task' });
      const called = async (): Promise<number> => (await scene.vcenter.calls())[method] ?? 0;
      const earlier = await called();
      const ran = await scene.deploy();
      expect((await called()) - earlier).toBe(tries);
      await failed(ran, 'VMCreationFailed', tries, new RegExp(`VM 'vm-[-0-9a-f]{36}'.*${fault}`));
    });
    it('a clone, once: the deploy tries again by itself', async () => {
      await scene.vcenter.addRule({ method: 'CloneVM_Task', fault: 'HostNotConnected', task: true, times: 1 });
      expect(await scene.tries(expectDone(await scene.deploy()), 'createVm')).toBe(2);
    });
  });

  describe('takes minutes', () => {
    afterEach(() => nextSucceeds());
    it.each(['CloneVM_Task', 'ReconfigVM_Task', 'PowerOnMultiVM_Task'])(
      '%s: the Director waits, and goes on when it ends',
      async (method) => {
        const { deploy } = await heldAt(method);
        expect((await newest()).state).toBe('processing');
        await scene.vcenter.clearRules();
        expect(await scene.tries(expectDone(await deploy), 'createVm')).toBe(1);
      },
    );
    it.each(['CloneVM_Task', 'PowerOnMultiVM_Task'])('%s, and is cancelled: what was made goes when it ends', async (method) => {
      const { deploy } = await heldAt(method);
      expectDone(await scene.bosh('cancel-task', (await newest()).id ?? ''));
      expect((await newest()).state).toBe('cancelling');
      await scene.vcenter.clearRules();
      expect((await deploy).code).not.toBe(0);
      expect((await newest()).state).toBe('cancelled');
      expect(await scene.left()).toMatchObject({ vsphere: before.vsphere, vms: [], locks: 0, openIntents: 0 });
    });
  });

  it.each(['CloneVM_Task', 'ReconfigVM_Task', 'PowerOnMultiVM_Task'])('a session that expires in the middle, at %s', async (method) => {
    const { deploy } = await heldAt(method);
    await scene.vcenter.expireSessions();
    await scene.vcenter.clearRules();
    expect(await scene.tries(expectDone(await deploy), 'createVm')).toBe(1);
    await nextSucceeds();
  });

  describe('vCenter gone', () => {
    afterEach(async () => {
      await scene.vcenter.open();
      await nextSucceeds();
    });
    /** That a deploy failed because nobody was there; what that leaves is for `nextSucceeds`. */
    const unreachable = async (ran: Ran, words: RegExp): Promise<void> => {
      const said = `${ran.stdout}${ran.stderr}`;
      expect(ran.code, said).not.toBe(0);
      expect(said).toContain("CPI error 'Bosh::Clouds::VMCreationFailed' with message '");
      expect(said).toMatch(words);
      expect(await scene.tries(ran, 'createVm')).toBe(5);
    };
    it('before the deploy', async () => {
      await scene.vcenter.shut();
      await unreachable(await scene.deploy(), /\[::1\]:8989 cannot be reached/);
    });
    it.each(['CloneVM_Task', 'PowerOnMultiVM_Task'])('in the middle, at %s, which it ends though nobody asks any more', async (method) => {
      const { deploy } = await heldAt(method);
      await scene.vcenter.shut();
      await unreachable(await deploy, /\[::1\]:8989 cannot be reached/);
      await scene.vcenter.clearRules();
      const vms = async (): Promise<string[]> => (await scene.vcenter.inventory()).vms.filter((name) => name.startsWith('vm-'));
      expect(await eventually(vms, ({ length }) => length === 1)).toHaveLength(1);
    });
  });

  async function newest(): Promise<{ id?: string; state?: string }> {
    const { stdout } = await scene.bosh('--json', 'tasks', '--recent=1');
    return JSON.parse(stdout).Tables[0].Rows[0];
  }
  /** A deploy of which vCenter has not answered the call of a method yet. */
  async function heldAt(method: string): Promise<{ deploy: Promise<Ran> }> {
    const called = async (): Promise<number> => (await scene.vcenter.calls())[method] ?? 0;
    const earlier = await called();
    await scene.vcenter.addRule({ method, hold: true });
    const deploy = scene.deploy();
    expect(await eventually(called, (times) => times > earlier)).toBe(earlier + 1);
    return { deploy };
  }
});
