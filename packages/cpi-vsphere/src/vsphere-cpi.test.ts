import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CpiNetworks } from '@bosh6/cpi-protocol';
import { behaviours } from '@bosh6/cpi-protocol/conformance';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { readVsphereProperties } from './properties/global-properties.js';
import { writeImage } from './testing/image.js';
import { startVcsim, type Vcsim } from './testing/vcsim.js';
import { createVsphereCpi } from './vsphere-cpi.js';

describe('the CPI on vSphere', () => {
  const root = mkdtempSync(join(tmpdir(), 'b6-vsphere-'));
  const imagePath = join(root, 'image');
  let vcsim: Vcsim;
  let cpi: ReturnType<typeof createVsphereCpi>;

  beforeAll(async () => {
    await writeImage(imagePath);
    vcsim = await startVcsim({ user: 'u', password: 'p', datastores: 2, networks: ['second'] });
    cpi = createVsphereCpi(
      readVsphereProperties({
        vcenters: [
          {
            host: new URL(vcsim.url).host,
            user: 'u',
            password: 'p',
            connection_options: { ca_cert: vcsim.ca },
            datacenters: [{ name: 'DC0', clusters: ['DC0_C0'], datastore_pattern: 'LocalDS_0', persistent_datastore_pattern: 'LocalDS_1' }],
          },
        ],
        agent: { mbus: 'nats://[fd00::1]:4222' },
      }),
    );
  }, 180_000);
  afterAll(async () => {
    await cpi.close();
    await vcsim.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const networks = (number: number): CpiNetworks => ({
    a: { type: 'manual', ip: `10.5.0.${number}`, netmask: '255.255.255.0', nic_group: '1', cloud_properties: { name: 'VM Network' } },
    b: {
      type: 'manual',
      ip: `fd00:5::${number}`,
      prefix: '128',
      netmask: 'ffff:ffff:ffff:ffff::',
      nic_group: '1',
      cloud_properties: { name: 'VM Network' },
    },
    c: { type: 'manual', ip: `10.6.0.${number}`, netmask: '255.255.255.0', cloud_properties: { name: 'DVS0/DC0_DVPG0' } },
  });
  const cloudProperties = { vm: { cpu: 1, ram: 512, disk: 1024 } };
  for (const { name, run } of behaviours) it(name, () => run({ cpi, imagePath, networks, cloudProperties }));
});
