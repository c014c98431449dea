import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import type { Ran } from '../stack/run.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { type KilledCpi, writeKilledCpi } from '../vsphere/killed-cpi.js';
import { openVcenterScene, type Scene, shapeOf, withDisk } from '../vsphere/scene.js';

describe.skipIf(!(await vcsimAvailable()))('killed half-way, on vSphere', () => {
  let scene: Scene;
  let cpi: KilledCpi;
  let before: Record<string, unknown>;
  /** How often a deploy reconfigures its VM before it attaches a disk. */
  let reconfigured: number;
  const called = async (method: string): Promise<number> => (await scene.vcenter.calls())[method] ?? 0;

  beforeAll(async () => {
    scene = await openVcenterScene();
    cpi = writeKilledCpi(scene.stack.work);
    await scene.cpi({ exec: cpi.executable });
    const earlier = await called('ReconfigVM_Task');
    expectDone(await scene.deploy());
    reconfigured = (await called('ReconfigVM_Task')) - earlier;
    expectDone(await scene.deploy(withDisk));
    await scene.deleteTiny();
    before = await scene.left();
  });
  afterAll(() => scene?.close());
  afterEach(async () => {
    await scene.vcenter.clearRules();
    await scene.vcenter.open();
    expectDone(await scene.deploy(withDisk));
    await scene.deleteTiny();
    expect(shapeOf(await scene.left())).toEqual(shapeOf(before));
  });

  /** Starts `work` and, once vCenter got the nth call of the method, which it will refuse, kills the CPI. */
  async function killedAt(method: string, work: () => Promise<Ran>, nth = 1): Promise<string> {
    const earlier = await called(method);
    await scene.vcenter.addRule({ method, nth, hold: true, fault: 'HostCommunication' });
    const running = work();
    expect(
      await eventually(
        () => called(method),
        (times) => times >= earlier + nth,
      ),
    ).toBe(earlier + nth);
    cpi.kill();
    const { code, stdout, stderr } = await running;
    expect(code, stdout).not.toBe(0);
    await scene.vcenter.clearRules();
    return `${stdout}${stderr}`;
  }
  const vms = async (): Promise<string[]> => (await scene.vcenter.inventory()).vms.filter((name) => name.startsWith('vm-'));

  it.each(['CloneVM_Task', 'PowerOnMultiVM_Task'])('create_vm, at %s', async (method) => {
    expect(await killedAt(method, () => scene.deploy())).toMatch(/'create_vm' \(CPI request ID: '[^']+'\) is not JSON: it wrote nothing/);
    expect(await vms()).toEqual([]);
    expect(await scene.left()).toMatchObject({ openIntents: 0, locks: 0 });
  });

  it('create_vm, at a clone that vCenter ends when the Director cannot ask for it any more', async () => {
    const earlier = await called('CloneVM_Task');
    await scene.vcenter.addRule({ method: 'CloneVM_Task', hold: true });
    const deploy = scene.deploy();
    expect(
      await eventually(
        () => called('CloneVM_Task'),
        (times) => times > earlier,
      ),
    ).toBe(earlier + 1);
    await scene.vcenter.shut();
    cpi.kill();
    expect((await deploy).code).not.toBe(0);
    await scene.vcenter.clearRules();
    expect(await eventually(vms, ({ length }) => length === 1)).toHaveLength(1);
    expect(await scene.left()).toMatchObject({ openIntents: 1 });
    await scene.vcenter.open();
    expectDone(await scene.deploy());
    expect(await vms()).toHaveLength(1);
    expect(await scene.left()).toMatchObject({ openIntents: 0 });
  });

  it('create_disk', async () => {
    expect(await killedAt('CreateVirtualDisk_Task', () => scene.deploy(withDisk))).toContain("'create_disk'");
    expect(await scene.left()).toMatchObject({ openIntents: 0, diskRows: 0 });
  });

  it('attach_disk', async () => {
    expect(await killedAt('ReconfigVM_Task', () => scene.deploy(withDisk), reconfigured + 1)).toContain("'attach_disk'");
  });

  it('detach_disk', async () => {
    expectDone(await scene.deploy(withDisk));
    expect(await killedAt('ReconfigVM_Task', () => scene.bosh('-d', 'tiny', 'delete-deployment'))).toContain("'detach_disk'");
  });

  it('delete_vm', async () => {
    const remove = (): Promise<Ran> => scene.bosh('-d', 'tiny', 'delete-deployment');
    expectDone(await scene.deploy());
    expect(await killedAt('PowerOffVM_Task', remove)).toContain("'delete_vm'");
    expectDone(await remove());
    expect(await vms()).toEqual([]);
  });

  it('delete_disk', async () => {
    expectDone(await scene.deploy(withDisk));
    expectDone(await scene.bosh('-d', 'tiny', 'delete-deployment'));
    const { files } = await scene.vcenter.inventory();
    const disk = /disk-[-0-9a-f]{36}/.exec(files.join())?.[0] ?? '';
    expect(await killedAt('DeleteVirtualDisk_Task', () => scene.bosh('delete-disk', disk))).toContain("'delete_disk'");
    expectDone(await scene.bosh('delete-disk', disk));
  });

  it('delete_stemcell', async () => {
    const remove = (): Promise<Ran> => scene.bosh('delete-stemcell', scene.stemcell);
    expect(await killedAt('Destroy_Task', remove)).toContain("'delete_stemcell'");
    expectDone(await remove());
    expectDone(await scene.uploadStemcell());
  });

  it.each(['HttpNfcLeaseComplete', 'CreateSnapshot_Task'])('create_stemcell, at %s', async (method) => {
    expectDone(await scene.bosh('delete-stemcell', scene.stemcell));
    expect(await killedAt(method, () => scene.uploadStemcell())).toContain("'create_stemcell'");
    expect((await scene.vcenter.inventory()).vms).toEqual([]);
    expect(await scene.left()).toMatchObject({ openIntents: 0, stemcells: 0 });
    expectDone(await scene.uploadStemcell());
  });
});
