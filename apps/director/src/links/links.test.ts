import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { linkAddress } from './link-address.js';
import { linkOutside } from './link-outside.js';
import { unlinkOutside } from './unlink-outside.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  await h.store.write(async (tx) => {
    const [job] = await tx.releases.jobs.all();
    if (job === undefined) throw new Error('the harness has a job');
    const offer = { provides: [{ name: 'web', type: 'http', properties: ['nginx_conf'] }] };
    await tx.releases.jobs.update({ id: job.id }, { spec: { ...(job.spec as object), ...offer } });
    const use = { provides: [], consumes: [{ name: 'up', type: 'http', optional: true }], name: 'user' };
    const { id: _, ...rest } = job;
    const { id } = await tx.releases.jobs.insert({ ...rest, name: 'user', spec: { ...(job.spec as object), ...use } });
    const [version] = await tx.releases.versions.all();
    await tx.releases.versions.update({ id: version?.id ?? 0 }, { jobIds: [job.id, id] });
  });
});
afterEach(() => h.close());

const done = { state: 'done' };
const shared = manifest.replace('{nginx_conf: one}', '{nginx_conf: one}, provides: {web: {as: front, shared: true}}');
const other = (consumes: string): string =>
  manifest
    .replace('name: nginx\n', 'name: other\n')
    .replace(/jobs: .*/, `jobs: [{name: user, release: nginx, consumes: {up: ${consumes}}}]`)
    .replace('static_ips: [10.0.9.165]', 'static_ips: [10.0.9.166]')
    .replace('0165', '0166');
const seen: Record<string, unknown>[] = [];
const watchLinks = (): void => {
  const { renderer } = h.collaborators;
  const { render } = renderer;
  renderer.render = (input) => {
    seen.push(...input.jobs.map(({ context }) => context.links as Record<string, unknown>));
    return render(input);
  };
};
const message = async (task: Parameters<Harness['output']>[0]): Promise<{ code: number; message: string }> =>
  JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error;

test('another deployment sees a shared link as it was deployed, on the network that it asks for', async () => {
  expect(await h.deploy(shared)).toMatchObject(done);
  watchLinks();
  expect(await h.deploy(other('{from: front, deployment: nginx}'), {}, 'other')).toMatchObject(done);
  expect(seen.at(-1)).toMatchObject({
    up: {
      deployment_name: 'nginx',
      instance_group: 'nginx',
      properties: { nginx_conf: 'one' },
      instances: [{ address: '2601:646:100:69f1::165' }],
    },
  });
  expect(await h.deploy(other('{from: front, deployment: nginx, network: default}'), {}, 'other')).toMatchObject(done);
  expect(seen.at(-1)).toMatchObject({ up: { default_network: 'default', instances: [{ address: '10.0.9.165' }] } });
});

test('a link knows the AZs by the numbers that queries have for them', async () => {
  await h.deploy(shared);
  watchLinks();
  await h.deploy(other('{from: front, deployment: nginx}'), {}, 'other');
  const [az] = await h.store.read.dns.numbers.all({ kind: 'az' });
  expect(az?.name).toBe('z1');
  expect(seen.at(-1)).toMatchObject({ up: { az_ids: { z1: az?.id } } });
});

test.each([
  ['what is not shared', manifest, '{from: web, deployment: nginx}'],
  ['another name', shared, '{from: web, deployment: nginx}'],
  ['a deployment that is not there', shared, '{from: front, deployment: none}'],
  ['a network that it is not on', shared, '{from: front, deployment: nginx, network: none}'],
])('%s is 190016', async (_, provider, consumes) => {
  await h.deploy(provider);
  expect(await message(await h.deploy(other(consumes), {}, 'other'))).toMatchObject({ code: 190016 });
});

test('providers, consumers and links are noted, keep their ids, and go with their jobs', async () => {
  await h.deploy(shared);
  await h.deploy(other('{from: front, deployment: nginx}'), {}, 'other');
  const { links } = h.store.read;
  const [provider] = await links.providers.all();
  const [consumer] = await links.consumers.all();
  const [link] = await links.all();
  expect(provider).toMatchObject({ job: 'nginx', originalName: 'web', name: 'front', type: 'http', shared: true });
  expect(consumer).toMatchObject({ group: 'nginx', owner: 'user', name: 'up', optional: true });
  expect(link).toMatchObject({ consumerId: consumer?.id, providerId: provider?.id });
  await h.deploy(shared.replace('nginx_conf: one', 'nginx_conf: two'));
  expect(await links.providers.all()).toMatchObject([{ id: provider?.id, content: { properties: { nginx_conf: 'two' } } }]);
  expect(await links.all()).toEqual([link]);
  await h.deploy(shared.replace('provides: {web: {as: front, shared: true}}', "provides: {web: 'nil'}"));
  expect(await links.providers.all()).toEqual([]);
  expect(await links.all()).toEqual([{ ...link, providerId: null }]);
  await h.run('delete_deployment', { deployment: 'other' });
  expect([await links.all(), await links.consumers.all()]).toEqual([[], []]);
});

test('what is not shared is noted without its properties', async () => {
  await h.deploy(manifest);
  expect(await h.store.read.links.providers.all()).toMatchObject([{ shared: false, content: { properties: {}, instances: [] } }]);
});

test('somebody outside gets a link to what is shared, once, and its address', async () => {
  await h.deploy(shared);
  const { read, write } = { read: h.store.read, write: h.store.write.bind(h.store) };
  const [provider] = await read.links.providers.all();
  const wish = {
    link_provider_id: String(provider?.id),
    link_consumer: { owner_object: { name: 'probe', type: 'external' as const } },
  };
  const ask = (more: object = {}) => write((tx) => linkOutside(tx, { ...wish, ...more }, 5));
  const link = await ask();
  expect(await ask()).toEqual(link);
  const onDefault = await ask({ network: 'default' });
  expect(onDefault.id).not.toBe(link.id);
  await expect(ask({ network: 'none' })).rejects.toMatchObject({ number: 810003 });
  await expect(ask({ link_provider_id: '4711' })).rejects.toMatchObject({ number: 810002 });

  const address = (query: Record<string, string | string[]>) => linkAddress(read, { link_id: String(link.id), ...query });
  const az = (await read.dns.numbers.all({ kind: 'az' })).find(({ name }) => name === 'z1');
  expect(await address({})).toBe('q-s0.nginx.ipv6.nginx.bosh');
  expect(await address({ 'azs[]': ['z1'], status: 'healthy' })).toBe(`q-a${az?.id}s3.nginx.ipv6.nginx.bosh`);
  expect(await address({ link_id: String(onDefault.id) })).toBe('q-s0.nginx.default.nginx.bosh');
  await expect(address({ link_id: '' })).rejects.toMatchObject({ number: 810006 });
  await expect(address({ link_id: '4711' })).rejects.toMatchObject({ number: 810000 });
  await expect(address({ status: 'toString' })).rejects.toMatchObject({ number: 810007 });
  for (const wrong of [{ azs: 'z1' }, { 'azs[]': 'z9' }]) await expect(address(wrong)).rejects.toMatchObject({ number: 810008 });

  await write((tx) => unlinkOutside(tx, String(link.id)));
  expect((await read.links.all()).map(({ id }) => id)).toEqual([onDefault.id]);
  await h.deploy(shared.replace(', shared: true', ''));
  await expect(ask()).rejects.toMatchObject({ number: 810009 });
});

test('the address of a link to a deployment with short names is short', async () => {
  await h.deploy(`${shared}features: {use_short_dns_addresses: true}\n`);
  const { read } = h.store;
  const [provider] = await read.links.providers.all();
  const wish = { link_provider_id: String(provider?.id), link_consumer: { owner_object: { name: 'probe', type: 'external' as const } } };
  const ask = async (more: object) => {
    const link = await h.store.write((tx) => linkOutside(tx, { ...wish, ...more }, 5));
    return linkAddress(read, { link_id: String(link.id), 'azs[]': ['z1'] });
  };
  const number = async (kind: 'az' | 'group' | 'network', name: string) => (await read.dns.numbers.find({ kind, name }))?.id;
  const [az, group] = [await number('az', 'z1'), await number('group', 'nginx')];
  expect(await ask({})).toBe(`q-a${az}n${await number('network', 'ipv6')}s0.q-g${group}.bosh`);
  expect(await ask({ network: 'default' })).toBe(`q-a${az}n${await number('network', 'default')}s0.q-g${group}.bosh`);
});

test('what is no deploy gives a link as the last deploy gave it, though its provider was changed or is gone; a deploy gives it as it is', async () => {
  const user = other('{from: front, deployment: nginx}');
  await h.deploy(shared);
  await h.deploy(user, {}, 'other');
  watchLinks();
  const [deployment] = await h.store.read.deployments.all({ name: 'other' });
  const [row] = await h.store.read.instances.all({ deploymentId: deployment?.id ?? -1 });
  const restart = () => h.run('update_instance', { deployment: 'other', instanceId: row?.id, action: 'restart' });
  const given = (): unknown => (seen.at(-1) as { up?: { properties: object } }).up?.properties;
  await h.deploy(shared.replace('nginx_conf: one', 'nginx_conf: two'));
  for (const act of [restart, () => h.deploy(user, { stored: true }, 'other')]) {
    expect(await act()).toMatchObject(done);
    expect(given()).toEqual({ nginx_conf: 'one' });
  }
  expect(await h.deploy(user, {}, 'other')).toMatchObject(done);
  expect(given()).toEqual({ nginx_conf: 'two' });
  await h.deploy(manifest);
  expect(await restart()).toMatchObject(done);
  expect(given()).toEqual({ nginx_conf: 'two' });
  expect(await message(await h.deploy(user, {}, 'other'))).toMatchObject({ code: 190016 });
});

test('a link that is gone, and of which nothing was noted, fails what uses it; instances of other groups are restarted all the same', async () => {
  await h.deploy(shared);
  const needy = other('{from: front, deployment: nginx}');
  const group = needy.slice(needy.indexOf('- name: nginx'));
  const plain = group
    .replace('name: nginx', 'name: plain')
    .replace(/jobs: .*/, 'jobs: [{name: nginx, release: nginx}]')
    .replace('10.0.9.166', '10.0.9.167')
    .replace('0166', '0167');
  expect(await h.deploy(needy + plain, {}, 'other')).toMatchObject(done);
  await h.deploy(manifest);
  await h.store.write((tx) => tx.links.update({ name: 'up' }, { shared: null }));
  const [deployment] = await h.store.read.deployments.all({ name: 'other' });
  const restarted = async (name: string) => {
    const [row] = await h.store.read.instances.all({ deploymentId: deployment?.id ?? -1, group: name });
    return h.run('update_instance', { deployment: 'other', instanceId: row?.id, action: 'restart' });
  };
  expect(await restarted('plain')).toMatchObject(done);
  expect(await message(await restarted('nginx'))).toMatchObject({ code: 190016 });
});

test('the link of a job is taken by no request', async () => {
  await h.deploy(manifest.replace(/jobs: .*/, 'jobs: [{name: nginx, release: nginx}, {name: user, release: nginx}]'));
  const [link] = await h.store.read.links.all();
  await expect(h.store.write((tx) => unlinkOutside(tx, String(link?.id)))).rejects.toMatchObject({ number: 810005 });
  await expect(h.store.write((tx) => unlinkOutside(tx, 'x'))).rejects.toMatchObject({ number: 810000 });
});

test('a name that the job has no link of is warned of where it stands, of an addon too', async () => {
  const misspelt = `${shared.replace('{web:', '{webb: nil, web:')}addons:\n- name: more\n  jobs: [{name: user, release: nginx, consumes: {upp: nil, up: nil}}]\n`;
  const task = await h.deploy(misspelt);
  expect(task).toMatchObject(done);
  const line = (key: string): number => misspelt.split('\n').findIndex((each) => each.includes(key)) + 1;
  const warned = await h.output(task, 'event');
  expect(warned).toMatch(
    new RegExp(`line ${line('webb')}: job '[^']+' of instance group '[^']+' provides no link 'webb'; did you mean 'web'?`),
  );
  expect(warned).toMatch(
    new RegExp(`line ${line('upp')}: job 'user' of instance group '[^']+' consumes no link 'upp'; did you mean 'up'?`),
  );
});
