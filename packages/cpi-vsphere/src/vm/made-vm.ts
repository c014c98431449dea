import { isJsonObject } from '@bosh6/base';
import type { CpiNetworks } from '@bosh6/cpi-protocol';
import type { Data, Ref } from '@bosh6/vim25';
import { readVm } from '../inventory/find-vm.js';
import type { Vcenter } from '../vcenter.js';
import { extraConfigOf, marks } from './extra-config.js';

/** A VM of ours as vCenter has it. */
export interface MadeVm {
  ref: Ref<'VirtualMachine'>;
  cid: string;
  devices: Data<'VirtualDevice'>[];
  extraConfig: Map<string, string>;
  hardwareVersion: number;
  poweredOn: boolean;
  /** Where its files are: `[datastore] folder/`. */
  folder: string;
  pool: Ref<'ResourcePool'> | undefined;
  /** VM groups of the cluster that it is in. */
  groups: string[];
  /** With MACs; absent until the settings are delivered. */
  networks?: CpiNetworks;
}

export async function readMadeVm(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<MadeVm> {
  const paths = [
    'config.hardware.device',
    'config.extraConfig',
    'config.version',
    'config.files.vmPathName',
    'runtime.powerState',
    'resourcePool',
  ] as const;
  const read = await readVm(vcenter, cid, ref, paths);
  const extraConfig = extraConfigOf(read['config.extraConfig']);
  const networks = networksOf(extraConfig.get(marks.networks));
  return {
    ref,
    cid,
    devices: read['config.hardware.device'] ?? [],
    extraConfig,
    hardwareVersion: Number(/^vmx-0*(\d+)$/.exec(String(read['config.version'] ?? ''))?.[1] ?? 0),
    poweredOn: read['runtime.powerState'] === 'poweredOn',
    folder: String(read['config.files.vmPathName'] ?? '').replace(/[^/]*$/, ''),
    pool: read.resourcePool,
    groups: groupsOf(extraConfig.get(marks.groups)),
    ...(networks === undefined ? {} : { networks }),
  };
}

function groupsOf(text: string | undefined): string[] {
  const value: unknown = text === undefined || text === '' ? [] : JSON.parse(text);
  return Array.isArray(value) ? value.map(String) : [];
}

function networksOf(text: string | undefined): CpiNetworks | undefined {
  const value: unknown = text === undefined || text === '' ? undefined : JSON.parse(text);
  return isJsonObject(value) ? (value as CpiNetworks) : undefined;
}
