import { isJsonObject, type JsonObject } from '@bosh6/base';
import type { LabClient } from '@bosh6/lab';
import { readProperties, type Vim } from '@bosh6/vim25';
import { nicsOf, type VmRef } from './nics-of.js';
import { settingsOf } from './settings-of.js';

/** What a machine of the lab stands for. */
export interface Standing {
  /** Its CID in the lab. */
  machine: string;
  /** In vSphere. */
  name: string;
}

export interface Rack {
  vim: Vim;
  lab: LabClient;
  datacenter: string;
  /** Of the lab: what its machines run, whatever the image in vSphere is. */
  stemcell: string;
}

/** Starts the machine of the lab that does what the VM would: its NICs, MACs and port groups as vSphere says, its agent with the settings on its own CD. */
export async function powerOn({ vim, lab, datacenter, stemcell }: Rack, ref: VmRef): Promise<Standing | undefined> {
  const { name, 'config.hardware.device': devices = [] } = await readProperties(vim, 'VirtualMachine', ref, [
    'name',
    'config.hardware.device',
  ]);
  const settings = await settingsOf(vim, devices, datacenter);
  if (settings === undefined) return undefined;
  const nics = await nicsOf(vim, devices);
  const { vm: _vm, networks: told, disks: _disks, ...rest } = settings;
  const networks: Record<string, JsonObject> = {};
  for (const [network, value] of Object.entries(isJsonObject(told) ? told : {})) {
    if (!isJsonObject(value)) continue;
    const portGroup = nics.get(String(value.mac));
    if (portGroup === undefined) throw new TypeError(`VM ${name} has no NIC with the MAC ${value.mac} of network '${network}'`);
    networks[network] = {
      ...value,
      cloud_properties: { ...(isJsonObject(value.cloud_properties) ? value.cloud_properties : {}), name: portGroup },
    };
  }
  const created = await lab.createVm({ stemcell, networks, settings: rest, cloudProperties: {} });
  return { machine: created.cid, name: String(name) };
}
