import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { JsonObject } from '@bosh6/base';
import { createVsphereCpi, readVsphereProperties } from '@bosh6/cpi-vsphere';
import { writeImage } from '@bosh6/cpi-vsphere/testing';
import { parseCloudConfig, parseManifest, parseYaml } from '@bosh6/formats';
import { networkFamilies, parseNetworks } from '@bosh6/ipam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, root } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVcsim } from '../vcsim/start-vcsim.js';
import { guide, quoted } from './guide.js';

const [setUp = ''] = guide.blocks('sh');
const [director = ''] = guide.blocks('json');
const parsed = (name: string) => parseYaml(guide.file(name), name);
const cloud = parseCloudConfig([parsed('cloud.yml')]);

describe('the guide to vSphere', () => {
  it('has YAML that is what it says', () => {
    expect(guide.blocks('yaml')).toHaveLength(3);
    const azs = cloud.azs.map(({ name }) => name);
    const [group] = parseManifest(parsed('nginx-ipv46.yml')).instanceGroups;
    expect(parseNetworks(cloud.networks, { azNames: azs, neverAllocate: [] }).map(({ name }) => name)).toEqual(['default', 'ipv6']);
    expect(group?.networks).toMatchObject([{ name: 'default' }, { name: 'ipv6' }]);
    expect(group?.azs).toEqual(azs);
    expect(cloud.vmTypes.map(({ name }) => name)).toEqual(expect.arrayContaining([group?.vmType, cloud.compilation?.vmType]));
    expect(group?.persistentDisk).toMatchObject({ kind: 'type', type: cloud.diskTypes[0]?.name });
    const { networks } = parsed('dual-stack-network.yml').value as JsonObject;
    const [dual] = parseNetworks(networks, { azNames: azs, neverAllocate: [] });
    expect(dual === undefined ? [] : networkFamilies(dual, azs)).toEqual([4, 6]);
  });

  it('types commands that there are', async () => {
    const words = new Set(guide.commands.flatMap((line) => /^bosh6 (?:-\S+ \S+ |--\S+ \S+ )*([a-z-]+)/.exec(line)?.slice(1) ?? []));
    expect([...words]).toEqual(expect.arrayContaining(['alias-env', 'log-in', 'update-config', 'upload-stemcell', 'deploy', 'task']));
    for (const word of words) expect(await run([process.execPath, cli, word, '--help']), word).toMatchObject({ code: 0 });
  });

  it('quotes errors as they are', () => {
    const sources = ['packages/cpi-vsphere/src', 'packages/vim25/src', 'packages/cpi-protocol/src', 'apps/director/src/cpi'].map((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => readFileSync(join(root, folder, file), 'utf8'))
        .join('\n'),
    );
    const rows = guide.rows('code');
    expect(rows.length).toBeGreaterThan(10);
    for (const [code = '', says = ''] of rows)
      for (const words of [...quoted(code), ...quoted(says)])
        expect(
          sources.some((source) => source.includes(words)),
          words,
        ).toBe(true);
  });

  it('names privileges once', () => {
    const ids = guide.rows('on').flatMap(([, cell = '']) => quoted(cell));
    expect(ids.length).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+){1,2}$/);
  });
});

describe('the Director of the guide, on this machine', () => {
  let folder: string;
  let port: number;
  let child: ReturnType<typeof spawn>;
  const local = (text: string): string =>
    text.replaceAll('10.0.9.151', '127.0.0.1').replaceAll('2601:646:100:69f1::151', '::1').replaceAll('25555', String(port));
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'b6-guide-'));
    port = 0;
    writeFileSync(join(folder, 'set-up.sh'), `set -eu\n${local(setUp)}`);
    expect(await run(['bash', 'set-up.sh'], { cwd: folder })).toMatchObject({ code: 0 });
    const own = { port: 0, listen: ['::1', '127.0.0.1'], bus: { embedded: { port: 0 }, ca: JSON.parse(director).bus.ca } };
    writeFileSync(join(folder, 'director.json'), JSON.stringify({ ...JSON.parse(local(director)), ...own }));
    child = spawn(process.execPath, [join(root, 'apps/director/dist/main.js'), join(folder, 'director.json')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { value = '{}' } = await createInterface({ input: child.stdout as NodeJS.ReadableStream })
      [Symbol.asyncIterator]()
      .next();
    const said = JSON.parse(value) as { ready?: boolean; port?: number };
    expect(said.ready).toBe(true);
    port = said.port ?? 0;
  });
  afterAll(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const bosh = (words: string[], input = ''): Promise<Ran> =>
    run([process.execPath, cli, ...words], { cwd: folder, env: { ...process.env, HOME: folder, BOSH6_HOME: join(folder, 'home') }, input });

  it('trusts its certificate, takes the log-in and the cloud config, and knows what is in use', async () => {
    const done = { code: 0 };
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`])
      expect(await bosh(['-e', host, '--ca-cert', 'director-ca.crt', 'alias-env', 'ipv4'])).toMatchObject(done);
    const password = readFileSync(join(folder, 'admin-password'), 'utf8');
    expect(await bosh(['-e', 'ipv4', 'log-in'], `admin\n${password}`)).toMatchObject(done);
    writeFileSync(join(folder, 'cloud.yml'), guide.file('cloud.yml'));
    expect(await bosh(['-e', 'ipv4', '-n', 'update-config', 'cloud', 'cloud.yml', '--name', 'default'])).toMatchObject(done);
    const { stdout } = await bosh(['-e', 'ipv4', 'networks']);
    expect(stdout).toContain('10.0.9.0/24');
    expect(stdout).toContain('2601:646:100:69f1::/64');
  });
});

describe.skipIf(!(await vcsimAvailable()))('the CPI of the guide', () => {
  it('makes a VM of the guide’s cloud config', async () => {
    const vcsim = await startVcsim({
      listen: '[::1]:0',
      user: 'bosh@vsphere.local',
      password: '...',
      clusters: 2,
      pools: 1,
      networks: ['IPv6'],
    });
    const properties = JSON.parse(
      director
        .replaceAll('"C0"', '"DC0_C0"')
        .replaceAll('"C1"', '"DC0_C1"')
        .replaceAll('"bosh"', '"DC0_C1_RP1"')
        .replaceAll('^ssd', '^LocalDS'),
    ).cpi.properties;
    Object.assign(properties.vcenters[0], { host: new URL(vcsim.url).host, connection_options: { ca_cert: vcsim.ca } });
    const cpi = createVsphereCpi(readVsphereProperties(properties));
    const folder = mkdtempSync(join(tmpdir(), 'b6-guide-'));
    mkdirSync(folder, { recursive: true });
    try {
      const context = (requestId: string) => ({ requestId, directorUuid: 'd', log: () => undefined });
      await writeImage(join(folder, 'image'));
      const stemcellCid = await cpi.createStemcell(join(folder, 'image'), {}, undefined, context('1'));
      const [az] = cloud.azs;
      const [small] = cloud.vmTypes;
      const onCluster = JSON.parse(JSON.stringify(az?.cloudProperties).replaceAll('C0"]', 'DC0_C0"]'));
      const networks = {
        default: { type: 'manual', ip: '10.0.9.165', cloud_properties: { name: 'VM Network' } },
        ipv6: { type: 'manual', ip: '2601:646:100:69f1::165', cloud_properties: { name: 'IPv6' } },
      };
      const cloudProperties = { ...onCluster, ...small?.cloudProperties };
      const { cid, networks: made } = await cpi.createVm(
        { agentId: 'a' as never, stemcellCid, cloudProperties, networks, diskCids: [], env: {} },
        context('2'),
      );
      expect(new Set(Object.values(made).map(({ mac }) => mac)).size).toBe(2);
      await cpi.deleteDisk(await cpi.createDisk(8, cloud.diskTypes[0]?.cloudProperties ?? {}, cid, context('3')), context('4'));
      await cpi.deleteVm(cid, context('5'));
    } finally {
      await cpi.close();
      await vcsim.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
