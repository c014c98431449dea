import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { linkAddress } from '../links/link-address.js';
import { linkOutside } from '../links/link-outside.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  await h.store.write(async (tx) => {
    const [job] = await tx.releases.jobs.all();
    if (job === undefined) throw new Error('the harness has a job');
    const links = { provides: [{ name: 'web', type: 'http', properties: [] }], consumes: [{ name: 'up', type: 'http', optional: true }] };
    await tx.releases.jobs.update({ id: job.id }, { spec: { ...(job.spec as object), ...links } });
  });
});
afterEach(() => h.close());

const done = { state: 'done' };
const shared = manifest.replace('{nginx_conf: one}', '{nginx_conf: one}, provides: {web: {as: front, shared: true}}');
const named = `${shared}features: {use_link_dns_names: true}\n`;
const elsewhere = named.replace(/(instance_groups:\n- name: )nginx\n/, '$1other\n  migrated_from: [{name: nginx}]\n');

/** The name of the link's address as templates were given it, newest last. */
function watchLinks(): string[] {
  const seen: string[] = [];
  const { renderer } = h.collaborators;
  const { render } = renderer;
  renderer.render = (input) => {
    for (const { context } of input.jobs) {
      const { up } = context.links as { up: { instances: { address: string }[] } };
      seen.push(up.instances[0]?.address ?? '');
    }
    return render(input);
  };
  return seen;
}
const published = async (): Promise<Record<string, unknown>[]> => {
  const last = (await h.store.read.dns.blobs.all()).at(-1);
  const { record_keys: keys, record_infos: infos } = JSON.parse(await text(h.collaborators.blobs.get(last?.blobstoreId ?? '')));
  return infos.map((row: unknown[]) => Object.fromEntries(keys.map((key: string, at: number) => [key, row[at]])));
};
const number = async (kind: 'group' | 'link', name: string) => String((await h.store.read.dns.numbers.find({ kind, name }))?.id);

test('the first templates have names of the link, which the records lead to its instances, and others outside get too', async () => {
  const seen = watchLinks();
  expect(await h.deploy(named)).toMatchObject(done);
  const [link, group] = [await number('link', 'front-http'), await number('group', 'nginx')];
  const records = await published();
  expect(records).toHaveLength(2);
  for (const record of records) expect(record.group_ids).toEqual([group, link]);
  const own = records.find(({ network }) => network === 'ipv6');
  expect(seen[0]).toBe(`q-m${own?.num_id}n${own?.network_id}s0.q-g${link}.bosh`);
  const [provider] = await h.store.read.links.providers.all();
  const wish = { link_provider_id: String(provider?.id), link_consumer: { owner_object: { name: 'probe', type: 'external' as const } } };
  const outside = await h.store.write((tx) => linkOutside(tx, wish, 5));
  expect(await linkAddress(h.store.read, { link_id: String(outside.id) })).toBe(`q-n${own?.network_id}s0.q-g${link}.bosh`);
});

test('a link that another group provides now keeps its number; whoever it led to before has it no more', async () => {
  expect(await h.deploy(named)).toMatchObject(done);
  const link = await number('link', 'front-http');
  expect(await h.deploy(elsewhere)).toMatchObject(done);
  expect(await number('link', 'front-http')).toBe(link);
  const records = await published();
  expect(records.map(({ instance_group }) => instance_group)).toEqual(['other', 'other']);
  for (const record of records) expect(record.group_ids).toEqual([await number('group', 'other'), link]);
});

test('whoever is updated in place is found by the name of the link before it starts', async () => {
  await h.deploy(shared);
  const agent = [...h.cpi.vms.values()][0]?.agent;
  const before = agent?.calls.length ?? 0;
  expect(await h.deploy(named.replace('nginx_conf: one', 'nginx_conf: two'))).toMatchObject(done);
  const calls = agent?.calls.slice(before) ?? [];
  expect(calls).toContain('start');
  expect(calls.slice(0, calls.indexOf('start'))).toContain('sync_dns_with_signed_url');
});

test('without the feature records lead by the group alone, and nothing of a deployment stays', async () => {
  await h.deploy(named);
  expect(await h.deploy(shared)).toMatchObject(done);
  for (const { group_ids } of await published()) expect(group_ids).toHaveLength(1);
  expect(await h.deploy(named)).toMatchObject(done);
  await h.run('delete_deployment', { deployment: 'nginx' });
  expect(await h.store.read.dns.links.all()).toEqual([]);
  expect(await h.store.read.dns.numbers.all({ kind: 'link' })).toEqual([]);
});

test('a plan gives no numbers, and says 0 for those that are not given yet', async () => {
  const seen = watchLinks();
  expect(await h.deploy(named, { dryRun: true })).toMatchObject(done);
  expect(seen).toEqual(['q-m0n0s0.q-g0.bosh']);
  expect(await h.store.read.dns.numbers.all({ kind: 'link' })).toEqual([]);
});
