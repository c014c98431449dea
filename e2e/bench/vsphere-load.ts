import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@bosh6/base';
import { createVsphereCpi, readVsphereProperties } from '@bosh6/cpi-vsphere';
import type { Vcsim } from '../vcsim/start-vcsim.js';

type Cpi = ReturnType<typeof createVsphereCpi>;
type Request = Parameters<Cpi['createVm']>[0];
type Context = Parameters<Cpi['createVm']>[1];

/** Where a simulated vCenter is; plain data, for a process of its own. */
export type Address = Pick<Vcsim, 'url' | 'ca'>;

/** The CPI as a Director holds it: one session, logged in at the first call. */
export function openCpi({ url, ca }: Address, datastores: string): Cpi {
  const datacenter = { name: 'DC0', clusters: ['DC0_C0'], datastore_pattern: datastores, persistent_datastore_pattern: datastores };
  const vcenter = {
    host: new URL(url).host,
    user: 'bosh',
    password: 'right',
    connection_options: { ca_cert: ca },
    datacenters: [datacenter],
  };
  return createVsphereCpi(readVsphereProperties({ vcenters: [vcenter], agent: { mbus: 'nats://[fd00::1]:4222' } }));
}

/** A VM with one network and no persistent disk. */
export function plainVm(stemcell: Request['stemcellCid'], number: number, more: JsonObject = {}): Request {
  const ip = `10.5.${number >>> 8}.${number & 255}`;
  return {
    agentId: randomUUID() as Request['agentId'],
    stemcellCid: stemcell,
    cloudProperties: { cpu: 1, ram: 512, disk: 1024, ...more },
    networks: { default: { type: 'manual', ip, netmask: '255.255.0.0', cloud_properties: { name: 'VM Network' } } },
    diskCids: [],
    env: { bosh: { group: 'd-dep-job', groups: ['d', 'dep', 'job'] } },
  };
}

export function newCall(): Context {
  return { requestId: randomUUID(), directorUuid: 'director', vm: { stemcell: { api_version: 3 } }, log: () => {} };
}
