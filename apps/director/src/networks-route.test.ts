import { realWorld } from '@bosh6/base';
import { networksUsageSchema } from '@bosh6/director-api';
import { IpRange } from '@bosh6/ip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectorFixture } from './director-fixture.test.suite.js';
import { openStore } from './persistence/open-store.js';

const cloudConfig = `azs: [{name: z1}, {name: z2}]
vm_types: [{name: small}]
disk_types: []
networks:
- name: default
  subnets:
  - {range: 10.0.9.0/24, gateway: 10.0.9.1, azs: [z1, z2], static: [10.0.9.160-10.0.9.170], reserved: [10.0.9.2-10.0.9.9]}
- name: ipv6
  subnets:
  - {range: "2601:0646:0100:69f1:0000:0000:0000:0000/64", gateway: "2601:646:100:69F1:20d:b9ff:fe48:9249", az: z1, static: ["2601:646:100:69f1::160-2601:646:100:69f1::170"]}
- name: delegated
  subnets:
  - {range: "2001:db8:1000::/64", gateway: "2001:db8:1000::1", prefix: 80, az: z2}
- {name: dhcp, type: dynamic, cloud_properties: {name: x}}
- {name: public, type: vip, subnets: [{static: [198.51.100.7-198.51.100.8]}]}
compilation: {workers: 1, az: z1, network: default, vm_type: small}
`;

let director: DirectorFixture;
let reader: { authorization: string };
beforeAll(async () => {
  director = await DirectorFixture.start({ ignoreMissingGateway: true });
  const token = await director.logIn({ grant_type: 'password', username: 'reader', password: 'let me in' });
  reader = { authorization: `bearer ${(token.json() as { access_token: string }).access_token}` };
});
afterAll(() => director.close());

const usage = async (query = '') => {
  const answer = await director.ask(`/networks/usage${query}`, { headers: reader });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return networksUsageSchema.parse(answer.json());
};
const update = (content: string) =>
  director.as('/configs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'cloud', name: 'default', content }),
  });

async function reserve(range: string, prefix: number, network: string): Promise<void> {
  await director.director?.close();
  const store = await openStore(director.config.database, realWorld());
  const { first, last, family } = IpRange.parse(range);
  const row = { family, first: Buffer.from(first.toBytes16()), last: Buffer.from(last.toBytes16()), prefix, network };
  const instance = { deploymentId: 1, uuid: 'u', group: 'nginx', index: 0, az: null, bootstrap: true, ignore: false, spec: {} };
  const { id: instanceId } =
    (await store.read.instances.find({ uuid: 'u' })) ??
    (await store.write((tx) => tx.instances.insert({ ...instance, state: 'started', updateCompleted: true })));
  const holder = { instanceId, vmId: null, taskId: null, owner: `nginx/nginx/${range}`, kind: 'dynamic', nicGroup: null } as const;
  await store.write((tx) => tx.reservations.insertUnlessOverlap({ ...row, ...holder }));
  await store.close();
  await director.open();
}

describe('GET /networks/usage', () => {
  it('asks for log-in, and for nothing but the right to read', async () => {
    expect(await director.ask('/networks/usage')).toMatchObject({ status: 401 });
    const answer = await director.ask('/networks/usage', { headers: reader });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/json');
    expect((await director.as('/networks/usage?details=perhaps')).status).toBe(400);
  });

  it('is empty without a cloud config', async () => {
    expect(await usage()).toEqual({ subnets: [], elsewhere: [] });
  });

  it('counts what is taken and what is left, of a /64 too', async () => {
    expect((await update(cloudConfig)).status).toBe(201);
    await reserve('10.0.9.165', 32, 'default');
    await reserve('10.0.9.10-10.0.9.11', 31, 'default');
    await reserve('2601:646:100:69f1::1', 128, 'ipv6');
    await reserve('2001:db8:1000:0:1::/80', 80, 'delegated');
    await reserve('198.51.100.7', 32, 'public');
    await reserve('192.0.2.77', 32, 'gone');
    const { subnets, elsewhere } = await usage();
    expect(subnets.map(({ regions, ...rest }) => rest)).toMatchObject([
      {
        network: 'default',
        type: 'manual',
        azs: ['z1', 'z2'],
        family: 4,
        range: '10.0.9.0/24',
        gateway: '10.0.9.1',
        prefix: 32,
        size: '256',
        // The ends, the gateway, eight that are listed, the Director's own.
        reserved: '12',
        static: '11',
        static_used: '1',
        used: '3',
        free: '231',
        next_free: '10.0.9.12',
      },
      {
        network: 'ipv6',
        azs: ['z1'],
        family: 6,
        range: '2601:646:100:69f1::/64',
        gateway: '2601:646:100:69f1:20d:b9ff:fe48:9249',
        prefix: 128,
        size: '18446744073709551616',
        static: '17',
        static_used: '0',
        used: '1',
        next_free: '2601:646:100:69f1::2',
      },
      {
        network: 'delegated',
        azs: ['z2'],
        range: '2001:db8:1000::/64',
        prefix: 80,
        size: '65536',
        used: '1',
        next_free: '2001:db8:1000:0:2::/80',
      },
      { network: 'dhcp', type: 'dynamic', azs: null, range: null, size: null, free: null, next_free: null },
      { network: 'public', type: 'vip', family: 4, prefix: 32, size: '2', used: '1', free: '1', next_free: '198.51.100.8' },
    ]);
    for (const { size, used, reserved, static: fixed, static_used: fixedUsed, free } of subnets) {
      if (size === null) continue;
      const parts = [used, reserved, fixed, free].map((count) => BigInt(count ?? 0)).reduce((a, b) => a + b);
      expect(parts - BigInt(fixedUsed ?? 0)).toBe(BigInt(size));
    }
    expect(elsewhere).toEqual(['192.0.2.77']);
    expect(subnets[0]?.holders).toBeUndefined();
    expect(subnets[0]?.regions[0]).toEqual({ first: '10.0.9.0', last: '10.0.9.9', used: '0', reserved: '10', static: '0', free: '0' });
  });

  it('reads what a deploy reads, a subnet without gateway where the Director allows that', async () => {
    expect((await update(cloudConfig.replace(', gateway: 10.0.9.1,', ','))).status).toBe(201);
    expect((await usage()).subnets[0]).toMatchObject({ range: '10.0.9.0/24', gateway: null, next_free: '10.0.9.1' });
    expect((await update(cloudConfig)).status).toBe(201);
  });

  it('lists who holds what when asked', async () => {
    const { subnets } = await usage('?details=true');
    expect(subnets[0]?.holders?.map(({ address }) => address)).toEqual(['10.0.9.10/31', '10.0.9.165']);
    expect(subnets[2]?.holders).toEqual([
      { address: '2001:db8:1000:0:1::/80', owner: 'nginx/nginx/2001:db8:1000:0:1::/80', network: 'delegated', kind: 'dynamic' },
    ]);
  });

  it('says what is wrong with a cloud config, and where', async () => {
    await update(cloudConfig.replace('10.0.9.0/24', '10.0.9.0/33'));
    const answer = await director.as('/networks/usage');
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 160002,
      description: expect.stringContaining('10.0.9.0/33'),
      details: { where: { document: "cloud-config 'default'", line: 7 } },
    });
  });
});
