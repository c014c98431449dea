import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { openVcenterScene, type Scene, shapeOf, withDisk } from '../vsphere/scene.js';

describe.skipIf(!(await vcsimAvailable()))('a Director killed with SIGKILL, on vSphere', () => {
  let scene: Scene;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    scene = await openVcenterScene();
    // folders of VMs, disks and settings are there from the first deploy on
    expectDone(await scene.deploy(withDisk));
    await scene.deleteTiny();
    before = await scene.left();
  });
  afterAll(() => scene?.close());

  const called = async (method: string): Promise<number> => (await scene.vcenter.calls())[method] ?? 0;
  const director = async () => (await scene.stack.lab.status()).services.find(({ name }) => name === 'director');
  const vms = async (): Promise<string[]> => (await scene.vcenter.inventory()).vms.filter((name) => name.startsWith('vm-'));
  const disks = async (): Promise<string[]> => (await scene.vcenter.inventory()).files.filter((name) => /\/disk-[-0-9a-f]{36}/.test(name));

  /** Kills the Director once vCenter got the call, which vCenter carries out all the same. */
  async function killedAt(method: string): Promise<void> {
    const earlier = await called(method);
    await scene.vcenter.addRule({ method, hold: true });
    const deploy = scene.deploy(withDisk);
    expect(
      await eventually(
        () => called(method),
        (times) => times > earlier,
      ),
    ).toBe(earlier + 1);
    process.kill((await director())?.pid ?? Number.NaN, 'SIGKILL');
    await eventually(director, (seen) => seen?.state === 'exited');
    expect((await deploy).code).not.toBe(0);
    await scene.vcenter.clearRules();
  }

  it.each<[string, () => Promise<string[]>]>([
    ['CloneVM_Task', vms],
    ['PowerOnMultiVM_Task', vms],
    ['CreateVirtualDisk_Task', disks],
  ])('at %s: the next start deletes what nobody knows, the next deploy converges, and nothing leaks', async (method, made) => {
    await killedAt(method);
    expect(await eventually(made, ({ length }) => length > 0)).not.toEqual([]);
    expect(await scene.left()).toMatchObject({ openIntents: 1 });
    expectDone(await run([process.execPath, cli, 'up'], { cwd: scene.stack.work, env: scene.stack.env }));
    expect(await made()).toEqual([]);
    expect(await scene.left()).toMatchObject({ openIntents: 0, locks: 0, diskRows: 0 });
    expectDone(await scene.deploy(withDisk));
    expect(await vms()).toHaveLength(1);
    expect((await disks()).length).toBeGreaterThan(0);
    await scene.deleteTiny();
    expect(shapeOf(await scene.left())).toEqual(shapeOf(before));
  });
});
