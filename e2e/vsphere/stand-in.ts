import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@bosh6/base';
import { createCa, issue } from '@bosh6/credentials';
import type { LabHandle } from '@bosh6/lab';
import { writeLightImage } from '../fixtures/stemcells/light-image.js';
import { eventually } from '../stack/eventually.js';
import { root } from '../stack/paths.js';
import { buildVcsim } from '../vcsim/build-vcsim.js';
import { type Control, openControl } from './control.js';

/** A simulated vCenter in the Director's place of a lab, before that lab is there. */
export interface StandIn {
  /** For `bosh6 up --cpi`. */
  readonly cpiFile: string;
  /** The vCenter's properties, as they lie in a cpi-config's entry. */
  readonly vcenter: JsonObject;
  start(lab: LabHandle): Promise<void>;
  /** Once it is started. */
  control(): Promise<Control & { close(): void }>;
}

const port = 8989;
const user = 'administrator@vsphere.local';
const password = 'walkthrough';

/** Writes what Director and vCenter have to know of each other below `home`. */
export async function prepareStandIn(home: string): Promise<StandIn> {
  const vcsim = await buildVcsim();
  const ca = await createCa('vcenter-ca');
  const server = await issue({ ca, commonName: 'vcenter', san: { dns: ['vcenter'], ips: ['::1'] }, usage: 'server' });
  const at = (name: string): string => join(home, name);
  const secret = (name: string, content: unknown): string => {
    writeFileSync(at(name), JSON.stringify(content), { mode: 0o600 });
    return at(name);
  };
  const datacenter = { name: 'DC0', clusters: ['DC0_C0'], datastore_pattern: 'LocalDS_0', persistent_datastore_pattern: 'LocalDS_0' };
  const vcenter = { host: `[::1]:${port}`, user, password, connection_options: { ca_cert: ca.certificate }, datacenters: [datacenter] };
  const cpiFile = secret('vsphere-cpi.json', { type: 'vsphere', properties: { vcenters: [vcenter], agent: { ntp: [] } } });
  const image = at('vsphere-machine');
  await writeLightImage(image);
  const control = at('vsphere.sock');
  return {
    cpiFile,
    vcenter,
    async control() {
      await eventually(() => existsSync(control), Boolean);
      return openControl(control);
    },
    async start(lab) {
      const shape = { networks: ['IPv6'], certificate: server.certificate, key: server.privateKey.reveal() };
      const config = secret('vsphere.json', { socket: lab.socket, port, control, image, user, password, ca: ca.certificate, vcsim: shape });
      await lab.startService({
        name: 'vsphere',
        where: 'director',
        argv: [process.execPath, join(root, 'e2e/dist/vsphere/data-center.js'), config],
        env: { BOSH6_VCSIM: vcsim },
        logFile: at('vsphere.log'),
      });
    },
  };
}
