import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { behaviours } from '@bosh6/cpi-protocol/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const networks = {
  a: {
    type: 'manual',
    ip: '10.5.0.{n}',
    netmask: '255.255.255.0',
    gateway: '10.5.0.254',
    nic_group: '1',
    cloud_properties: { name: 'VM Network' },
  },
  b: {
    type: 'manual',
    ip: 'fd00:5::{n}',
    prefix: '128',
    netmask: 'ffff:ffff:ffff:ffff::',
    nic_group: '1',
    cloud_properties: { name: 'VM Network' },
  },
};

const { vcsimAvailable } = await import(new URL('../../../e2e/dist/vcsim/build-vcsim.js', import.meta.url).href);

describe.skipIf(!(await vcsimAvailable()))('the CPI on vSphere, as an executable that the conformance command is pointed at', () => {
  let root: string;
  let vcsim: { url: string; ca: string; stop(): Promise<void> };
  let told: { name: string; ok: boolean; problem?: string }[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'b6-'));
    const { startVcsim } = await import(new URL('../../../e2e/dist/vcsim/start-vcsim.js', import.meta.url).href);
    const { writeImage } = await import(new URL('../../../packages/cpi-vsphere/dist/testing/image.js', import.meta.url).href);
    vcsim = await startVcsim({ user: 'u', password: 'p' });
    await writeImage(join(root, 'image'));
    const datacenter = { name: 'DC0', clusters: ['DC0_C0'], datastore_pattern: 'LocalDS', persistent_datastore_pattern: 'LocalDS' };
    const vcenter = { host: new URL(vcsim.url).host, user: 'u', password: 'p', datacenters: [datacenter] };
    const config = { cloud: { plugin: 'vsphere', properties: { vcenters: [vcenter], agent: { ntp: [] } } } };
    await writeFile(join(root, 'cpi.json'), JSON.stringify(config));
    await writeFile(
      join(root, 'cpi'),
      `#!/bin/sh\nexec '${process.execPath}' '${built('../dist/main.js')}' '${join(root, 'cpi.json')}'\n`,
      { mode: 0o755 },
    );
    const subject = {
      executable: 'cpi',
      image: 'image',
      // as from a cpi-config: into the vCenter of the file
      properties: { connection_options: { ca_cert: vcsim.ca } },
      cloud_properties: { vm: { cpu: 1, ram: 512, disk: 1024 } },
      networks,
    };
    await writeFile(join(root, 'subject.json'), JSON.stringify(subject));
    const command = built('../../../packages/cpi-protocol/dist/conformance/main.js');
    const { stdout } = await promisify(execFile)(process.execPath, [command, join(root, 'subject.json'), '--json']).catch(
      (failed) => failed,
    );
    told = stdout
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line));
  }, 600_000);
  afterAll(async () => {
    await vcsim.stop();
    await rm(root, { recursive: true, force: true });
  });

  it.each(behaviours)('$name', ({ name }) => {
    expect(told.find((line) => line.name === name)).toEqual({ name, ok: true });
  });
});
