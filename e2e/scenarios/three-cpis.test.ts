import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGoCpi, goCpiAvailable } from '../go-cpi/build-go-cpi.js';
import { openScene, type Rewrite, type Scene } from '../gotchas/scene.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { root } from '../stack/paths.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import type { Control } from '../vsphere/control.js';
import { prepareStandIn, type StandIn } from '../vsphere/stand-in.js';

/** vSphere's in the Director's process, the lab's as a process, and one whose protocol is a public library's. */
const cpiOf: Record<string, string> = { z1: 'dc', z2: 'child', z3: 'stranger' };
const two = ['z1', 'z2'];
const three = Object.keys(cpiOf);

const cloudOver =
  (azs: readonly string[]): Rewrite =>
  (cloud) =>
    cloud
      .replace('- name: z1\n', azs.map((az) => `- name: ${az}\n  cpi: ${cpiOf[az]}\n`).join(''))
      .replaceAll('azs: [z1]', `azs: [${azs}]`);
const manifestOver =
  (azs: readonly string[]): Rewrite =>
  (manifest) =>
    manifest
      .replace('instances: 1', `instances: ${azs.length}\n  persistent_disk: 16`)
      .replace('azs: [z1]', `azs: [${azs}]`)
      .replace(/\n {4}static_ips: .*/, '');

describe.skipIf(!(await vcsimAvailable()) || !(await goCpiAvailable()))(
  'one deployment over vSphere, a child process and a CPI of others',
  () => {
    let scene: Scene;
    let vsphere: StandIn;
    let vcenter: Control & { close(): void };

    beforeAll(async () => {
      scene = await openScene();
      vsphere = await prepareStandIn(scene.stack.home);
      await vsphere.start(scene.stack.lab);
      vcenter = await vsphere.control();
    });
    afterAll(async () => {
      vcenter?.close();
      await scene?.close();
    });

    const bosh = async (...words: string[]): Promise<string> => expectDone(await scene.stack.bosh(['-e', 'ipv4', '-n', ...words])).stdout;
    const upload = ({ url, sha1 }: { url: string; sha1: string }): Promise<string> => bosh('us', url, '--sha1', sha1);
    const cpiLog = async (): Promise<string> =>
      bosh('task', /"id": "(\d+)"/.exec(await bosh('--json', 'tasks', '--recent=1'))?.[1] ?? '', '--cpi');
    const done = (log: string, method: string): string[] =>
      [...log.matchAll(new RegExp(`CPI '(\\w+)' ${method} done`, 'g'))].map(([, cpi = '']) => cpi).sort();
    const setCpis = async (azs: readonly string[]): Promise<void> => {
      const { work, lab } = scene.stack;
      const child = join(work, 'cpi');
      writeFileSync(child, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'apps/cpi/dist/main.js')}'\n`, { mode: 0o755 });
      const properties = { socket: lab.socket };
      const cpis = [
        { name: 'dc', type: 'vsphere', properties: vsphere.vcenter },
        { name: 'child', type: 'lab', exec_path: child, properties },
        { name: 'stranger', type: 'go', exec_path: await buildGoCpi(), properties },
      ];
      writeFileSync(join(work, 'cpis.yml'), JSON.stringify({ cpis: cpis.filter(({ name }) => azs.some((az) => cpiOf[az] === name)) }));
      await bosh('update-config', '--type', 'cpi', 'cpis.yml');
    };
    const expectRunning = async (azs: readonly string[]): Promise<void> => {
      const rows = await scene.instances('dual-stack');
      const seen = rows.map(({ az, process_state: state }) => `${az} ${state}`);
      expect(seen.sort()).toEqual(azs.map((az) => `${az} running`));
      const addresses = rows.flatMap(({ ips = '' }) => ips.split('\n'));
      expect(addresses).toHaveLength(2 * azs.length);
      for (const address of addresses) {
        const url = `http://${address.includes(':') ? `[${address}]` : address}/`;
        expect(await scene.ran('workstation', 'curl', '-gsSf', '--max-time', '5', url)).toMatchObject({ code: 0 });
      }
    };

    it('each CPI gets the stemcell of its format, for one OS and version', async () => {
      await setCpis(two);
      const { stemcell, vsphereStemcell } = scene.fixtures;
      const uploads = [await upload(stemcell), await upload(vsphereStemcell)];
      expect(uploads.map((said) => [/cpi: child/.test(said), /cpi: dc/.test(said)])).toEqual([
        [true, false],
        [false, true],
      ]);
      expect(await bosh('stemcells')).toMatch(
        /-lab-\S+\s+1\.0\s+debian-bookworm\s+child\s[\s\S]*-vsphere-\S+\s+1\.0\s+debian-bookworm\s+dc\s/,
      );
    });

    it('one instance group runs on a simulated vCenter and by a child process', async () => {
      expectDone(await scene.deploy('dual-stack', manifestOver(two), cloudOver(two)));
      await expectRunning(two);
      const log = await cpiLog();
      for (const method of ['createVm', 'createDisk', 'attachDisk']) expect(done(log, method)).toEqual(['child', 'dc']);
      const vms = await bosh('-d', 'dual-stack', 'vms');
      expect(vms).toMatch(/\sz1\s.*\sbosh-vsphere-/);
      expect(vms).toMatch(/\sz2\s.*\sbosh-lab-/);
      const [, cid = ''] = /\sz1\s.*\s(vm-\S+)\s/.exec(vms) ?? [];
      expect((await vcenter.inventory()).vms).toContain(cid);
    });

    it('the stemcell, uploaded again, goes to the CPI that is new, and the group grows into its AZ', async () => {
      await setCpis(three);
      const said = await upload(scene.fixtures.stemcell);
      expect(said).toMatch(/Save stemcell .*\(cpi: child\) \(already exists, skipped\)/);
      expect(said).toMatch(/Save stemcell .*\(cpi: stranger\) \(\d/);
      expectDone(await scene.deploy('dual-stack', manifestOver(three), cloudOver(three)));
      await expectRunning(three);
      const log = await cpiLog();
      for (const method of ['createVm', 'createDisk', 'attachDisk']) expect(done(log, method)).toEqual(['stranger']);
    });

    it('deployed again, no VM is made anew on any side', async () => {
      expectDone(await scene.deploy('dual-stack', manifestOver(three), cloudOver(three)));
      expect(await cpiLog()).not.toMatch(/createVm|deleteVm/);
    });

    it('with the deployment its VMs go on every side, and with clean-up disks and stemcells', async () => {
      await bosh('-d', 'dual-stack', 'delete-deployment');
      expect(done(await cpiLog(), 'deleteVm')).toEqual(['child', 'dc', 'stranger']);
      expect((await vcenter.inventory()).vms.filter((name) => name.startsWith('vm-'))).toEqual([]);
      await bosh('clean-up', '--all');
      expect(await vcenter.inventory()).toEqual({ vms: [], files: [] });
      // the lab's own: a machine's image and a directory that stand for those of the vCenter
      const left = await eventually(
        () => scene.stack.lab.status(),
        ({ vms }) => vms.length === 0,
      );
      expect(left.vms).toEqual([]);
      expect(left.stemcells).toHaveLength(1);
      expect(left.disks.filter(({ cloudProperties }) => !('file' in cloudProperties))).toEqual([]);
    });
  },
);
