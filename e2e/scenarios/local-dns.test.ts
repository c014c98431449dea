import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { freshStack, prepare } from '../stack/home.js';
import { manifests } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { deployment } from './deployment.js';

const cloudConfig = `azs: [{name: z2}]
networks:
- name: dual
  subnets:
  - range: 10.0.9.0/24
    gateway: 10.0.9.1
    reserved: [10.0.9.2-10.0.9.200]
    static: [10.0.9.201-10.0.9.204]
    azs: [z1, z2]
    cloud_properties: {name: VM Network}
  - range: 2601:646:100:69f0::/64
    gateway: 2601:646:100:69f0::1
    static: [2601:646:100:69f0::21-2601:646:100:69f0::24]
    dns: [2001:4860:4860::8888]
    azs: [z1, z2]
    cloud_properties: {name: VM Network}
`;
const recordsSchema = z.object({ record_keys: z.array(z.string()), record_infos: z.array(z.array(z.unknown())) });
const records = '/var/vcap/instance/dns/records.json';
const [four, six] = ['10.0.9.20', '2601:646:100:69f0::2'];
/** Says of a DNS server what it answers, or the error of asking. */
const askScript = `const r = new (require('node:dns').promises.Resolver)({ tries: 1, timeout: 5000 });
r.setServers([process.argv[1]]); r.resolve4(process.argv[2]).then((all) => console.log(all.join()), ({ code }) => console.log(code));`;

describe('two instances on a network of both families', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  const manifest = (ends: number[]): string =>
    readFileSync(join(manifests, 'tiny.yml'), 'utf8')
      .replace(
        /( *)release: broken\n$/,
        '$1release: broken\n$1provides: {rest: {aliases: [{domain: sleepers.internal}, {domain: _.sleepers.internal, placeholder_type: uuid}]}}\n',
      )
      .replace('instances: 1', 'instances: 2')
      .replace(
        / {2}- name: default\n {4}static_ips: .*\n/,
        `  - name: dual\n    static_ips: [${ends.map((end) => `${four}${end}, ${six}${end}`).join(', ')}]\n`,
      );
  const deploy = async (ends: number[]): Promise<void> => {
    writeFileSync(join(stack.work, 'dns.yml'), manifest(ends));
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'deploy', 'dns.yml']));
  };
  const inside = async (...words: string[]): Promise<string> => {
    const [vm] = (await stack.lab.status()).vms;
    return (await run([...(await stack.lab.enterArgv(vm?.cid ?? '')), ...words])).stdout;
  };
  const lookUp = async (database: string, name: string, ...before: string[]): Promise<string[]> => {
    const out = await inside(...before, 'getent', database, name);
    return [...new Set(out.split('\n').flatMap((line) => line.split(/\s+/)[0] || []))].sort();
  };

  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    writeFileSync(join(stack.work, 'dual.cloud.yml'), cloudConfig);
    expectDone(await stack.bosh(['-e', 'ipv4', '-n', 'update-config', 'cloud', 'dual.cloud.yml', '--name', 'dual']));
    await deploy([1, 2]);
  });
  afterAll(() => remove?.());

  it('have a name for all of them in their VMs, over UDP and TCP, and names in /etc/hosts for each', async () => {
    const all = 'q-s0.sleeper.dual.tiny.bosh';
    expect(await lookUp('ahostsv4', all)).toEqual([`${four}1`, `${four}2`]);
    expect(await lookUp('ahostsv6', all)).toEqual([`${six}1`, `${six}2`]);
    expect(await lookUp('ahostsv6', all, 'env', 'RES_OPTIONS=use-vc')).toEqual([`${six}1`, `${six}2`]);
    expect(await lookUp('ahosts', 'q-i1s0.sleeper.dual.tiny.bosh')).toEqual([`${four}2`, `${six}2`]);
    const [instance] = await deployment(stack, 'tiny').instances();
    const uuid = instance?.instance?.split('/')[1];
    expect(await lookUp('ahosts', `${uuid}.sleeper.dual.tiny.bosh`)).toEqual((instance?.ips ?? '').split('\n').sort());
    expect(await lookUp('ahosts', 'q-s0.nobody.dual.tiny.bosh')).toEqual([]);
  });

  it('are named by AZ, with every code of BOSH, also by the number of their group', async () => {
    const far = readFileSync(join(manifests, 'tiny.yml'), 'utf8')
      .replace('name: tiny', 'name: far')
      .replace('instances: 1\n  azs: [z1]', 'instances: 2\n  azs: [z1, z2]')
      .replace(/name: default\n {4}static_ips: .*/, 'name: dual');
    writeFileSync(join(stack.work, 'far.yml'), far);
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'far', '-n', 'deploy', 'far.yml']));
    const rows = await deployment(stack, 'far').instances();
    expect(rows.map(({ az }) => az).sort()).toEqual(['z1', 'z2']);
    const numbers = async (uuid = ''): Promise<Record<string, unknown> | undefined> => {
      const { record_keys: keys, record_infos: infos } = recordsSchema.parse(JSON.parse(await inside('cat', records)));
      const known = infos.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at]])));
      return known.find(({ id }) => id === uuid);
    };
    for (const { instance = '', ips = '' } of rows) {
      // nobody waits for the agents of other deployments
      const known = await eventually(() => numbers(instance.split('/')[1]), Boolean);
      const wanted = ips.split('\n').sort();
      const isThese = (found: string[]): boolean => found.join() === wanted.join();
      const [az, m, n, group] = [known?.az_id, known?.num_id, known?.network_id, known?.group_ids];
      for (const query of [`q-a${az}s0`, `q-a${az}s3y1`, `q-a${az}m${m}n${n}s4y0`, `q-a98a${az}s0y0`])
        for (const place of ['sleeper.dual.far', `q-g${group}`])
          expect(await eventually(() => lookUp('ahosts', `${query}.${place}.bosh`), isThese), query).toEqual(wanted);
      expect(await lookUp('ahosts', `q-a${az}m98s0.q-g${group}.bosh`)).toEqual([]);
    }
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'far', '-n', 'delete-deployment']));
  });

  it('have the names that the manifest gives them, all and each', async () => {
    expect(await lookUp('ahosts', 'sleepers.internal')).toEqual([`${four}1`, `${four}2`, `${six}1`, `${six}2`]);
    for (const { instance = '', ips = '' } of await deployment(stack, 'tiny').instances())
      expect(await lookUp('ahosts', `${instance.split('/')[1]}.sleepers.internal`)).toEqual(ips.split('\n').sort());
    expect(await lookUp('ahosts', '_.sleepers.internal')).toEqual([]);
  });

  it('look up other names as before', async () => {
    expect(await inside('cat', '/etc/resolv.conf')).toBe('nameserver 127.6.0.53\nnameserver 2001:4860:4860::8888\n');
    expect(await lookUp('ahosts', 'nginx-ipv6.nono.io')).toEqual(['2601:646:100:69f1::165']);
    expect(await lookUp('ahosts', 'nobody.example')).toEqual([]);
  });

  it('answer nobody else', async () => {
    const ask = async (server: string): Promise<string> => {
      const argv = await stack.lab.enterArgv('workstation');
      return (await run([...argv, process.execPath, '-e', askScript, server, 'q-s0.sleeper.dual.tiny.bosh'])).stdout.trim();
    };
    expect(await ask(`${four}1`)).toMatch(/^E(CONNREFUSED|TIMEOUT)$/);
    expect(await ask(`[${six}1]`)).toMatch(/^E(CONNREFUSED|TIMEOUT)$/);
  });

  it('are left out of the healthy ones, and of all that a name means, while they are stopped, unless all are', async () => {
    const bosh = async (...args: string[]): Promise<unknown> => expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', ...args]));
    const named = (health: string) => () => lookUp('ahostsv4', `q-${health}.sleeper.dual.tiny.bosh`);
    const is =
      (...ends: number[]) =>
      (found: string[]) =>
        found.join() === ends.map((end) => `${four}${end}`).join();
    await bosh('stop', 'sleeper/1');
    await eventually(named('s0'), is(1), { seconds: 60 });
    expect([await named('s1')(), await named('s3')(), await named('s4')()]).toEqual([[`${four}2`], [`${four}1`], [`${four}1`, `${four}2`]]);
    await bosh('stop', 'sleeper/0');
    await eventually(named('s3'), is(), { seconds: 60 });
    const both = [`${four}1`, `${four}2`];
    expect([await named('s3')(), await named('s1')(), await named('s0')()]).toEqual([[], both, both]);
    await bosh('start', 'sleeper');
    expect(await eventually(named('s3'), is(1, 2), { seconds: 60 })).toEqual([`${four}1`, `${four}2`]);
  });

  it('are found at their new addresses when they have new VMs', async () => {
    await deploy([3, 4]);
    expect(await lookUp('ahostsv4', 'q-s0.sleeper.dual.tiny.bosh')).toEqual([`${four}3`, `${four}4`]);
    expect(await lookUp('ahostsv6', 'q-s0.sleeper.dual.tiny.bosh')).toEqual([`${six}3`, `${six}4`]);
  });
});
