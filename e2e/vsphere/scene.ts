import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@bosh6/base';
import { expectDone } from '../stack/done.js';
import { freshStack, logIn } from '../stack/home.js';
import { inventory } from '../stack/inventory.js';
import { manifests } from '../stack/paths.js';
import type { Ran } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import type { Control } from './control.js';
import { prepareStandIn } from './stand-in.js';

type Rewrite = (text: string) => string;
const same: Rewrite = (text) => text;

/** `tiny.yml` with a persistent disk. */
export const withDisk: Rewrite = (text) => text.replace('instances: 1', 'instances: 1\n  persistent_disk: 16');

/** What `left` gives, comparable: a stemcell that was uploaded again has another name. */
export function shapeOf(left: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(left).replaceAll(/sc-[-0-9a-f]{36}/g, 'sc'));
}

/** A lab, and a Director whose one CPI is vSphere's, on a simulated vCenter whose VMs the lab plays. */
export interface Scene {
  readonly stack: Stack;
  readonly vcenter: Control;
  /** `name/version` */
  readonly stemcell: string;
  /** The CPI that the Director has from now on: other keys of the vCenter, or an executable instead of the built-in one. */
  cpi(changed?: { vcenter?: JsonObject; datacenter?: JsonObject; exec?: string }): Promise<void>;
  cloud(change?: Rewrite): Promise<void>;
  bosh(...words: string[]): Promise<Ran>;
  /** Deploys `tiny.yml`, changed. */
  deploy(change?: Rewrite): Promise<Ran>;
  /** Deletes that deployment, and its disks, which are orphans then. */
  deleteTiny(): Promise<void>;
  uploadStemcell(): Promise<Ran>;
  /** How often the task that a command followed called a method of the CPI. */
  tries(ran: Ran, method: string): Promise<number>;
  /** All there is, in vCenter, in the lab and in the Director's rows. */
  left(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function openVcenterScene(): Promise<Scene> {
  const { stack, fixtures, remove } = await freshStack();
  try {
    return await furnish(stack, fixtures, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function furnish(
  stack: Stack,
  fixtures: Awaited<ReturnType<typeof freshStack>>['fixtures'],
  remove: () => Promise<void>,
): Promise<Scene> {
  const standIn = await prepareStandIn(stack.home);
  await standIn.start(stack.lab);
  const vcenter = await standIn.control();
  const bosh = (...words: string[]): Promise<Ran> => stack.bosh(['-e', 'ipv4', '-n', ...words]);
  const file = (name: string, text: string): string => {
    writeFileSync(join(stack.work, name), text);
    return name;
  };
  const [datacenter] = standIn.vcenter.datacenters as JsonObject[];
  const scene: Scene = {
    stack,
    vcenter,
    stemcell: `${fixtures.vsphereStemcell.name}/${fixtures.vsphereStemcell.version}`,
    bosh,
    async cpi({ vcenter: keys = {}, datacenter: more = {}, exec } = {}) {
      const properties = { ...standIn.vcenter, datacenters: [{ ...datacenter, ...more }], ...keys, agent: { ntp: [] } };
      const entry = { name: 'v', type: 'vsphere', ...(exec === undefined ? {} : { exec_path: exec }), properties };
      expectDone(await bosh('update-config', '--type', 'cpi', file('cpis.yml', JSON.stringify({ cpis: [entry] }))));
    },
    async cloud(change = same) {
      const text = readFileSync(join(manifests, 'cloud-config-default.yml'), 'utf8').replace('- name: z1', '- name: z1\n  cpi: v');
      expectDone(await bosh('update-config', 'cloud', '--name', 'default', file('cloud.yml', change(text))));
    },
    deploy: (change = same) => bosh('-d', 'tiny', 'deploy', file('changed.yml', change(readFileSync(join(manifests, 'tiny.yml'), 'utf8')))),
    async deleteTiny() {
      expectDone(await bosh('-d', 'tiny', 'delete-deployment'));
      const { files } = await vcenter.inventory();
      const disks = new Set(files.flatMap((file) => /disk-[-0-9a-f]{36}/.exec(file)?.[0] ?? []));
      for (const disk of disks) expectDone(await bosh('delete-disk', disk));
    },
    uploadStemcell: () => bosh('us', fixtures.vsphereStemcell.url, '--sha1', fixtures.vsphereStemcell.sha1),
    async tries({ stdout }, method) {
      const [, id = ''] = /^Task (\d+)/m.exec(stdout) ?? [];
      const log = (await bosh('task', id, '--cpi')).stdout;
      return log.match(new RegExp(`CPI 'v' ${method}$`, 'gm'))?.length ?? 0;
    },
    async left() {
      const { vms, files } = await vcenter.inventory();
      // the lab keeps what stands for a vCenter's files
      const { disks: _, ...rest } = await inventory(stack);
      return { ...rest, vsphere: { vms: vms.sort(), files: files.sort() } };
    },
    async close() {
      vcenter.close();
      await remove();
    },
  };
  await logIn(stack);
  await scene.cpi();
  await scene.cloud();
  expectDone(await scene.uploadStemcell());
  expectDone(await bosh('ur', fixtures.broken.url, '--sha1', fixtures.broken.sha1));
  return scene;
}
