import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cloudConfig, type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const done = { state: 'done' };
const vmsOf = (group = 'nginx') => [...h.cpi.vms.values()].filter(({ agent }) => agent.spec?.name === group);
const onlyVm = () => {
  const [vm] = vmsOf();
  if (vm === undefined) throw new Error('there is no VM');
  return vm;
};
const versions = async (): Promise<number[]> => (await h.store.read.dns.blobs.all()).map(({ id }) => id);
const rename = (name: string, addresses: [string, string]): string =>
  manifest.replace('name: nginx\n', `name: ${name}\n`).replace('10.0.9.165', addresses[0]).replace('0000:0165', addresses[1]);

/** Until the agents that nobody waits for have been told. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setTimeout(5);
}

it('a deploy gives its agents the records of both families before jobs start', async () => {
  expect(await h.deploy(manifest)).toMatchObject(done);
  const { agent } = onlyVm();
  const [instance] = await h.store.read.instances.all();
  const name = (network: string) => `${instance?.uuid}.nginx.${network}.nginx.bosh`;
  expect(agent.dns?.records).toEqual([
    ['10.0.9.165', name('default')],
    ['2601:646:100:69f1::165', name('ipv6')],
  ]);
  expect(agent.dns?.record_infos[0]?.slice(-5)).toEqual(['nginx', '10.0.9.165', 'bosh', expect.any(String), 0]);
  expect(agent.calls.indexOf('sync_dns_with_signed_url')).toBeLessThan(agent.calls.indexOf('start'));
  expect(agent.calls.filter((call) => call.startsWith('sync_dns'))).toHaveLength(1);
});

it('a deploy that changes nothing publishes nothing and tells nobody', async () => {
  await h.deploy(manifest);
  const before = await versions();
  onlyVm().agent.calls.length = 0;
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(await versions()).toEqual(before);
  expect(onlyVm().agent.calls.filter((call) => call.startsWith('sync_dns'))).toEqual([]);
});

it('a new VM of an instance is announced with its agent', async () => {
  await h.deploy(manifest);
  const [first] = await h.store.read.dns.all();
  expect(await h.deploy(manifest, { recreate: true })).toMatchObject(done);
  const [second] = await h.store.read.dns.all();
  expect(second?.agentId).not.toBe(first?.agentId);
  expect(onlyVm().agent.dns?.version).toBe((await versions()).at(-1));
  expect((await h.store.read.dns.agentVersions.all()).map(({ agentId }) => agentId)).toEqual([second?.agentId]);
});

it('aliases of links are published with the first records, follow the manifest, and go with the deployment', async () => {
  const withAliases = (aliases: string): string =>
    manifest.replace('release: nginx,', `release: nginx, provides: {page: {aliases: ${aliases}}, other: 'nil'},`);
  const published = async (): Promise<unknown> => {
    const last = (await h.store.read.dns.blobs.all()).at(-1);
    return JSON.parse(await text(h.collaborators.blobs.get(last?.blobstoreId ?? ''))).aliases;
  };
  const aliases = '[{domain: page.internal, health_filter: all}, {domain: _.page.internal, placeholder_type: uuid}]';
  expect(await h.deploy(withAliases(aliases))).toMatchObject(done);
  expect(onlyVm().agent.calls.filter((call) => call.startsWith('sync_dns'))).toHaveLength(1);
  const [group] = await h.store.read.dns.numbers.all({ kind: 'group' });
  const plain = {
    root_domain: 'bosh',
    group_id: String(group?.id),
    health_filter: null,
    initial_health_check: null,
    placeholder_type: null,
  };
  expect(await published()).toEqual({
    '_.page.internal': [{ ...plain, placeholder_type: 'uuid' }],
    'page.internal': [{ ...plain, health_filter: 'all' }],
  });
  expect(await h.deploy(withAliases('[{domain: page.internal}]'))).toMatchObject(done);
  expect(await published()).toEqual({ 'page.internal': [plain] });
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject(done);
  expect(await published()).toEqual({});
  expect(await h.store.read.dns.aliases.all()).toEqual([]);
});

it('all deployments hear of a new one, and of its end', async () => {
  await h.deploy(manifest);
  const { agent } = onlyVm();
  expect(await h.deploy(rename('other', ['10.0.9.166', '0000:0166']), {}, 'other')).toMatchObject(done);
  await until(() => agent.dns?.records.length === 4);
  expect(agent.dns?.records.map(([address]) => address)).toEqual([
    '10.0.9.165',
    '2601:646:100:69f1::165',
    '10.0.9.166',
    '2601:646:100:69f1::166',
  ]);
  expect(await h.run('delete_deployment', { deployment: 'other' })).toMatchObject(done);
  await until(() => agent.dns?.records.length === 2);
  expect(await h.store.read.dns.count()).toBe(2);
  expect((await h.store.read.dns.numbers.all()).map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'az z1',
    'group nginx',
    'network default',
    'network ipv6',
  ]);
});

it('records go when their instance goes', async () => {
  const two = manifest
    .replace('instances: 1', 'instances: 2')
    .replace('[10.0.9.165]', '[10.0.9.165, 10.0.9.166]')
    .replace('0165"]', '0165", "2601:646:100:69F1::166"]');
  expect(await h.deploy(two)).toMatchObject(done);
  expect(await h.store.read.dns.count()).toBe(4);
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect((await h.store.read.dns.all()).map(({ index }) => index)).toEqual([0, 0]);
  expect(onlyVm().agent.dns?.records).toHaveLength(2);
});

it('an agent that does not take them does not fail the deploy, and gets them with the next', async () => {
  h.cpi.behaviour = { failMethods: ['sync_dns_with_signed_url'] };
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(await h.store.read.dns.agentVersions.all()).toEqual([]);
  h.cpi.behaviour.failMethods = [];
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(onlyVm().agent.dns?.records).toHaveLength(2);
});

it('an older agent is given the id of the blob', async () => {
  h.cpi.behaviour = { unknownMethods: ['sync_dns_with_signed_url'] };
  expect(await h.deploy(manifest)).toMatchObject(done);
  const [blob] = await h.store.read.dns.blobs.all();
  expect(onlyVm().agent.synced).toEqual([blob?.blobstoreId, `sha256:${blob?.sha256}`, blob?.id]);
});

it('few versions are kept, and versions only grow', async () => {
  for (let round = 0; round < 6; round += 1) await h.deploy(manifest, { recreate: true });
  const rows = await h.store.read.dns.blobs.all();
  expect(rows.length).toBeLessThanOrEqual(4);
  expect(rows.at(-1)?.id).toBeGreaterThanOrEqual(6);
  for (const { blobstoreId } of rows) expect(await h.collaborators.blobs.exists(blobstoreId ?? '')).toBe(true);
});

it('A and AAAA of an instance on a network with both families are of one name', async () => {
  const six = '{range: "2001:db8::/64", gateway: "fe80::1", azs: [z1, z2]}';
  await h.setCloudConfig(cloudConfig.replace('subnets: [{range: 10.0.9.0/24', `subnets: [${six}, {range: 10.0.9.0/24`));
  const text = manifest.replace(/ {2}- \{name: ipv6.*\n/, '');
  expect(await h.deploy(text)).toMatchObject(done);
  const [instance] = await h.store.read.instances.all();
  const name = `${instance?.uuid}.nginx.default.nginx.bosh`;
  expect(onlyVm().agent.dns?.records).toEqual([
    ['10.0.9.165', name],
    ['2001:db8::1', name],
  ]);
  expect(Object.keys(onlyVm().agent.spec?.networks ?? {})).toEqual(['default', 'default.ipv4']);
  expect((await h.store.read.dns.all()).map(({ network, family }) => `${network} ${family}`)).toEqual(['default 6', 'default 4']);
});
