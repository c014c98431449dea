import type { JsonObject } from '@bosh6/base';
import type { CpiNetworks } from '@bosh6/cpi-protocol';
import { type Data, parseDatastorePath, type Ref, readObjects, uploadFile } from '@bosh6/vim25';
import { insertCd } from '../devices/cdrom-spec.js';
import { doing } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import { urlOf, type Vcenter } from '../vcenter.js';
import { guestinfo, marks, optionValues } from '../vm/extra-config.js';
import type { MadeVm } from '../vm/made-vm.js';
import { writeIso } from './write-iso.js';

export interface Delivery {
  settings: JsonObject;
  networks: CpiNetworks;
  datastore: Datastore;
  /** Of the VM's cluster: another way to the datastore. */
  hosts: readonly Ref<'HostSystem'>[];
  /** What else to change in the VM, in the same call. */
  deviceChange: Data<'VirtualDeviceConfigSpec'>[];
}

/** Puts the settings where an agent looks: on a CD, and in guestinfo. The VM has them all or, to a repeated call, none. */
export async function deliverSettings(
  vcenter: Vcenter,
  vm: MadeVm,
  { settings, networks, datastore, hosts, deviceChange }: Delivery,
): Promise<void> {
  const iso = `${vm.folder}env.iso`;
  await doing(`settings of VM '${vm.cid}'`, async () => {
    const file = { datacenter: vcenter.properties.datacenter.name, ...parseDatastorePath(iso) };
    await uploadFile(vcenter.vim, file, writeIso(Buffer.from(JSON.stringify(settings))), {
      hosts: () =>
        urlsOf(
          vcenter,
          hosts.filter(({ value }) => datastore.hosts.includes(value)),
        ),
    });
    await vcenter.vim.run('ReconfigVM_Task', vm.ref, {
      spec: {
        deviceChange: [...deviceChange, insertCd(vm.devices, iso, datastore.ref)],
        extraConfig: [...guestinfo(settings), ...optionValues({ [marks.networks]: JSON.stringify(networks) })],
      },
    });
  });
}

async function urlsOf({ vim }: Vcenter, hosts: readonly Ref<'HostSystem'>[]): Promise<URL[]> {
  const rows = await readObjects(vim, 'HostSystem', hosts, ['name']);
  return rows.flatMap(({ properties: { name } }) => (name === undefined ? [] : [new URL(urlOf(name))]));
}
