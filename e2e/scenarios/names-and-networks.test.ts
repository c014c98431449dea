import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { freshStack, prepare } from '../stack/home.js';
import { manifests } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { firstTable, tablesOf } from '../stack/tables-of.js';
import { deployment } from './deployment.js';

const dualCloudConfig = `networks:
- name: dual
  subnets:
  - {range: 10.0.9.0/24, gateway: 10.0.9.1, reserved: [10.0.9.2-10.0.9.200], azs: [z1], cloud_properties: {name: VM Network}}
  - {range: 2601:646:100:69f0::/64, gateway: 2601:646:100:69f0::1, azs: [z1], cloud_properties: {name: VM Network}}
`;

describe('an instance on an IPv4 and an IPv6 network', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  let inside: string[];
  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    const path = join(stack.work, 'tiny.yml');
    const both = '  - name: default\n  - name: ipv6\n    default: [dns, gateway]\n    static_ips: [((address))]\n';
    writeFileSync(path, readFileSync(path, 'utf8').replace(/ {2}- name: default\n {4}static_ips: .*\n/, both));
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'deploy', 'tiny.yml', '-v', 'address=2601:646:100:69F1::165']));
    inside = await stack.lab.enterArgv((await stack.lab.status()).vms[0]?.cid ?? '');
  });
  afterAll(() => remove?.());

  it('has names in its own VM: the records of local DNS, both families', async () => {
    const [instance] = await deployment(stack, 'tiny').instances();
    const [group = '', uuid = ''] = (instance?.instance ?? '').split('/');
    const [four = '', six = ''] = (instance?.ips ?? '').split('\n');
    expect(six).toBe('2601:646:100:69f1::165');
    const lookUp = async (network: string): Promise<string> => {
      const ran = await run([...inside, 'getent', 'ahosts', `${uuid}.${group}.${network}.tiny.bosh`]);
      return [...new Set(ran.stdout.split('\n').flatMap((line) => line.split(/\s+/)[0] || []))].join(' ');
    };
    expect(await lookUp('default')).toBe(four);
    expect(await lookUp('ipv6')).toBe(six);
    const kept = await run([...inside, 'cat', '/var/vcap/instance/dns/records.json']);
    expect(JSON.parse(kept.stdout)).toMatchObject({
      records: [
        [four, `${uuid}.${group}.default.tiny.bosh`],
        [six, `${uuid}.${group}.ipv6.tiny.bosh`],
      ],
      record_infos: [expect.arrayContaining([four, 'bosh', 0]), expect.arrayContaining([six, 'bosh', 0])],
    });
  });

  it('is counted by `networks`, which says what comes next', async () => {
    const ran = expectDone(await stack.bosh(['-e', 'ipv4', 'networks', '--details', '--json']));
    const [subnets, holders] = tablesOf(ran.stdout);
    expect(subnets).toMatchObject([
      {
        network: 'default',
        az: 'z1',
        family: 'IPv4',
        range: '10.0.9.0/24',
        gateway: '10.0.9.1',
        static: '5',
        used: '1',
        next_free: '10.0.9.167',
      },
      {
        network: 'ipv6',
        family: 'IPv6',
        range: '2601:646:100:69f1::/64',
        static: '1',
        static_used: '1',
        used: '1',
        next_free: '2601:646:100:69f1::1',
      },
    ]);
    expect(holders?.map(({ address }) => address)).toEqual(['10.0.9.166', '2601:646:100:69f1::165']);
  });

  it('is found by its address in another spelling', async () => {
    const ran = expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', 'vms', '--json', '--ip', '2601:0646:0100:69F1:0:0:0:0165']));
    expect(firstTable(ran.stdout)).toHaveLength(1);
  });

  describe('beside a deployment on a network of both families', () => {
    let name: string;
    let addresses: string[];
    const lookUp = async (database: string): Promise<string[]> => {
      const ran = await run([...inside, 'getent', database, name]);
      return [...new Set(ran.stdout.split('\n').flatMap((line) => line.split(/\s+/)[0] || []))];
    };

    beforeAll(async () => {
      writeFileSync(join(stack.work, 'dual.cloud.yml'), dualCloudConfig);
      expectDone(await stack.bosh(['-e', 'ipv4', '-n', 'update-config', 'cloud', 'dual.cloud.yml', '--name', 'dual']));
      const text = readFileSync(join(manifests, 'tiny.yml'), 'utf8');
      const twin = text.replace('name: tiny', 'name: twin').replace(/ {2}- name: default\n {4}static_ips: .*\n/, '  - name: dual\n');
      writeFileSync(join(stack.work, 'twin.yml'), twin);
      expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'twin', '-n', 'deploy', 'twin.yml']));
      const [instance] = await deployment(stack, 'twin').instances();
      const [group = '', uuid = ''] = (instance?.instance ?? '').split('/');
      name = `${uuid}.${group}.dual.twin.bosh`;
      addresses = (instance?.ips ?? '').split('\n');
    });

    it('looks up one name for both addresses', async () => {
      expect(addresses).toEqual(['10.0.9.201', '2601:646:100:69f0::2']);
      // nobody waits for the agents of other deployments
      expect(
        await eventually(
          () => lookUp('ahosts'),
          (found) => found.length === 2,
        ),
      ).toHaveLength(2);
      expect(await lookUp('ahostsv4')).toEqual([addresses[0]]);
      expect(await lookUp('ahostsv6')).toEqual([addresses[1]]);
    });

    it('hears when the other is gone', async () => {
      expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'twin', '-n', 'delete-deployment']));
      expect(
        await eventually(
          () => lookUp('ahosts'),
          (found) => found.length === 0,
        ),
      ).toEqual([]);
    });
  });

  it('leaves no record behind', async () => {
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'delete-deployment']));
    const ran = expectDone(await stack.bosh(['-e', 'ipv4', 'networks', '--json']));
    expect(firstTable(ran.stdout).map(({ used }) => used)).toEqual(['0', '0', '0', '0']);
  });
});
