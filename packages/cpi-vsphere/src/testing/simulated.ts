import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@bosh6/base';
import type { AgentId, CallContext, CpiNetworks, CreateVmRequest, StemcellCid } from '@bosh6/cpi-protocol';
import { connect, type Vim } from '@bosh6/vim25';
import { readVsphereProperties } from '../properties/global-properties.js';
import { createVsphereCpi } from '../vsphere-cpi.js';
import { writeImage } from './image.js';
import { type Inventory, readInventory } from './inventory.js';
import { startVcsim, type Vcsim } from './vcsim.js';

/** A simulated vCenter, a CPI on it, and another client that looks at what the CPI did. */
export interface Simulated {
  vcsim: Vcsim;
  vim: Vim;
  imagePath: string;
  cpi: ReturnType<typeof createVsphereCpi>;
  /** Another CPI on the same vCenter; keys go into the vCenter's, and the datacenter's, properties. */
  cpiWith(vcenter?: JsonObject, datacenter?: JsonObject): ReturnType<typeof createVsphereCpi>;
  properties(vcenter?: JsonObject, datacenter?: JsonObject): JsonObject;
  /** What is in the vCenter beyond its first state: names of VMs, and of files. */
  left(): Promise<Inventory>;
  stop(): Promise<void>;
}

export async function simulate(configuration: object = {}): Promise<Simulated> {
  const root = mkdtempSync(join(tmpdir(), 'b6-vsphere-'));
  const imagePath = join(root, 'image');
  await writeImage(imagePath);
  const vcsim = await startVcsim({ user: 'u', password: 'p', datastores: 2, ...configuration });
  const vim = await connect({ url: vcsim.url, user: 'u', password: 'p', tls: { ca: vcsim.ca } });
  const properties = (vcenter: JsonObject = {}, datacenter: JsonObject = {}): JsonObject => ({
    vcenters: [
      {
        host: new URL(vcsim.url).host,
        user: 'u',
        password: 'p',
        connection_options: { ca_cert: vcsim.ca },
        datacenters: [
          { name: 'DC0', clusters: ['DC0_C0'], datastore_pattern: 'LocalDS_0', persistent_datastore_pattern: 'LocalDS_1', ...datacenter },
        ],
        ...vcenter,
      },
    ],
    agent: { mbus: 'nats://[fd00::1]:4222' },
  });
  const made: ReturnType<typeof createVsphereCpi>[] = [];
  const cpiWith: Simulated['cpiWith'] = (vcenter, datacenter) => {
    const cpi = createVsphereCpi(readVsphereProperties(properties(vcenter, datacenter)));
    made.push(cpi);
    return cpi;
  };
  const before = await readInventory(vim);
  return {
    vcsim,
    vim,
    imagePath,
    properties,
    cpiWith,
    cpi: cpiWith(),
    async left() {
      const now = await readInventory(vim);
      return { vms: now.vms.filter((name) => !before.vms.includes(name)), files: now.files.filter((name) => !before.files.includes(name)) };
    },
    async stop() {
      await Promise.all(made.map((cpi) => cpi.close()));
      await vim.close();
      await vcsim.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export function context(requestId: string = randomUUID(), log: string[] = []): CallContext {
  return { requestId, directorUuid: 'director', vm: { stemcell: { api_version: 3 } }, log: (line) => void log.push(line) };
}

/** Both families on one NIC of a standard port group, and one on a distributed switch. */
export function networksOf(number: number): CpiNetworks {
  const dual = { type: 'manual', nic_group: '1', cloud_properties: { name: 'VM Network' } };
  return {
    a: { ...dual, ip: `10.5.0.${number}`, netmask: '255.255.255.0', gateway: '10.5.0.254' },
    'a.ipv6': { ...dual, ip: `fd00:5::${number}`, prefix: '128', netmask: 'ffff:ffff:ffff:ffff::' },
    c: { type: 'manual', ip: `10.6.0.${number}`, netmask: '255.255.255.0', cloud_properties: { name: 'DVS0/DC0_DVPG0' } },
  };
}

export function requestFor(stemcellCid: StemcellCid, number: number, more: Partial<CreateVmRequest> = {}): CreateVmRequest {
  return {
    agentId: randomUUID() as AgentId,
    stemcellCid,
    cloudProperties: { cpu: 2, ram: 768, disk: 2048 },
    networks: networksOf(number),
    diskCids: [],
    env: { bosh: { group: 'd-dep-job', groups: ['d', 'dep', 'job'] } },
    ...more,
  };
}
