import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const done = { state: 'done' };
const short = `${manifest}features: {use_dns_addresses: true, use_short_dns_addresses: true}\n`;
const two = short
  .replace('instances: 1', 'instances: 2')
  .replace('[10.0.9.165]', '[10.0.9.165, 10.0.9.166]')
  .replace('0165"]', '0165", "2601:646:100:69F1::166"]');

/** What templates were given as `spec.address`, by index, newest last. */
function watchAddresses(): Map<unknown, string[]> {
  const seen = new Map<unknown, string[]>();
  const { renderer } = h.collaborators;
  const { render } = renderer;
  renderer.render = (input) => {
    for (const { context } of input.jobs) {
      const { index, address } = context.spec as { index: number; address: string };
      seen.set(index, [...(seen.get(index) ?? []), address]);
    }
    return render(input);
  };
  return seen;
}
const published = async (): Promise<{ record_keys: string[]; record_infos: unknown[][] }> => {
  const last = (await h.store.read.dns.blobs.all()).at(-1);
  return JSON.parse(await text(h.collaborators.blobs.get(last?.blobstoreId ?? '')));
};
const numbers = async (kind: 'instance' | 'group') => (await h.store.read.dns.numbers.all({ kind })).map(({ id }) => id);

test('the first templates of an instance have the short name that the records give it, and it keeps that', async () => {
  const seen = watchAddresses();
  expect(await h.deploy(short)).toMatchObject(done);
  const [name] = seen.get(0) ?? [];
  expect(name).toMatch(/^q-m[1-9]\d*n[1-9]\d*s0\.q-g[1-9]\d*\.bosh$/);
  const [, m, n, g] = /^q-m(\d+)n(\d+)s0\.q-g(\d+)\.bosh$/.exec(name ?? '') ?? [];
  const { record_keys: keys, record_infos: infos } = await published();
  const found = infos.map((row) => ['num_id', 'network_id', 'group_ids', 'network'].map((key) => row[keys.indexOf(key)]));
  expect(found).toContainEqual([m, n, [g], 'ipv6']);
  expect(await h.deploy(two)).toMatchObject(done);
  expect(await h.deploy(two, { recreate: true })).toMatchObject(done);
  expect(new Set(seen.get(0))).toEqual(new Set([name]));
  expect(seen.get(1)?.[0]).not.toBe(name);
});

test('whoever is updated in place is known by its short name before it starts', async () => {
  await h.deploy(manifest);
  const agent = [...h.cpi.vms.values()][0]?.agent;
  const before = agent?.calls.length ?? 0;
  expect(await h.deploy(short.replace('nginx_conf: one', 'nginx_conf: two'))).toMatchObject(done);
  const calls = agent?.calls.slice(before) ?? [];
  expect(calls).toContain('start');
  expect(calls.slice(0, calls.indexOf('start'))).toContain('sync_dns_with_signed_url');
});

test('numbers of instances go with them, all with the deployment', async () => {
  await h.deploy(two);
  expect(await numbers('instance')).toHaveLength(2);
  expect(await h.deploy(short)).toMatchObject(done);
  expect(await numbers('instance')).toHaveLength(1);
  await h.run('delete_deployment', { deployment: 'nginx' });
  expect([...(await numbers('instance')), ...(await numbers('group'))]).toEqual([]);
});

test('a dry run gives no numbers, and without the feature instances have none', async () => {
  const seen = watchAddresses();
  expect(await h.deploy(short, { dryRun: true })).toMatchObject(done);
  expect(seen.get(0)).toEqual(['q-m0n0s0.q-g0.bosh']);
  expect(await numbers('group')).toEqual([]);
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(await numbers('instance')).toEqual([]);
});
