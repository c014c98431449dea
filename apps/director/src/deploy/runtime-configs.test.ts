import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReleaseVersionRow } from '../persistence/rows/index.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  await h.store.write(async (tx) => {
    const [job] = await tx.releases.jobs.all();
    const release = await tx.releases.insert({ name: 'tools' });
    const { id: _, ...probe } = { ...job, name: 'probe', releaseId: release.id } as NonNullable<typeof job>;
    const { id } = await tx.releases.jobs.insert({ ...probe, spec: { ...(probe.spec as object), name: 'probe', packages: [] } });
    const version = { releaseId: release.id, version: '1', commitHash: 'x', uncommittedChanges: false, updateCompleted: true };
    await tx.releases.versions.insert({ ...version, packageIds: [], jobIds: [id] });
  });
});
afterEach(() => h.close());

const done = { state: 'done' };
const runtime = (content: string, name = 'default') =>
  h.store.write((tx) => tx.configs.insert({ type: 'runtime', name, content, deleted: false, createdAt: 0 }));
const probe = (more = '') => `releases: [{name: tools, version: '1'}]
addons:
- name: probe
  jobs: [{name: probe, release: tools, properties: {nginx_conf: ((secret))}}]
  include: {deployments: [nginx]}
variables: [{name: secret, type: password}]
tags: {owner: all}
${more}`;
const vm = () => [...h.cpi.vms.values()][0];
const jobs = (): string[] => (vm()?.agent.spec?.job?.templates ?? []).map(({ name }) => name);

test('an addon, its release, its variable and tags reach the VM; the deployment remembers which configs', async () => {
  const { id } = await runtime(probe());
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(jobs()).toEqual(['nginx', 'probe']);
  expect(vm()?.request.env).toMatchObject({ bosh: { tags: { owner: 'all' } } });
  const { read } = h.store;
  const [row] = await read.deployments.all();
  const tools = await read.releases.find({ name: 'tools' });
  const used = await read.releases.versions.byIds(row?.releaseVersionIds ?? []);
  expect(row?.runtimeConfigIds).toEqual([id]);
  expect(used.map(({ releaseId }) => releaseId)).toContain(tools?.id);
  expect(await read.variables.all()).toMatchObject([{ name: 'secret' }]);
  expect(await h.stages(await h.deploy(manifest))).not.toContain('Updating instance');
});

test('a newer runtime config counts from the next deploy on; a restart keeps the one of then', async () => {
  await runtime(probe());
  await h.deploy(manifest);
  await runtime('addons: []\n');
  const [instance] = await h.store.read.instances.all();
  expect(await h.run('update_instance', { deployment: 'nginx', instanceId: instance?.id, action: 'restart' })).toMatchObject(done);
  expect(jobs()).toEqual(['nginx', 'probe']);
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(jobs()).toEqual(['nginx']);
});

test('a restart keeps to what `latest` stood for when an addon named that version', async () => {
  const latest = manifest.replace('releases: [', 'releases: [{name: tools, version: latest}, ');
  await runtime(probe());
  expect(await h.deploy(latest)).toMatchObject(done);
  await h.store.write(async (tx) => {
    const tools = await tx.releases.find({ name: 'tools' });
    const [{ id: _, ...known }] = (await tx.releases.versions.all({ releaseId: tools?.id as number })) as [ReleaseVersionRow];
    await tx.releases.versions.insert({ ...known, version: '2' });
  });
  const [instance] = await h.store.read.instances.all();
  expect(await h.run('update_instance', { deployment: 'nginx', instanceId: instance?.id, action: 'restart' })).toMatchObject(done);
  expect(await h.deploy(latest)).toMatchObject({ state: 'error' });
});

test('a config of another team does not count; one that the deploy was asked with does, though a newer one is there', async () => {
  const { id } = await runtime(probe());
  await h.store.write((tx) =>
    tx.configs.insert({ type: 'runtime', name: 'theirs', content: 'x: [', deleted: false, createdAt: 0, team: 'b' }),
  );
  await runtime('addons: []\n');
  expect(await h.deploy(manifest, { runtimeConfigIds: [id] })).toMatchObject(done);
  expect(jobs()).toEqual(['nginx', 'probe']);
});

test.each([
  ['latest', probe().replace("'1'", 'latest'), { code: 530001 }],
  ['a job that the release has not got', probe().replace('name: probe, release', 'name: absent, release'), { code: 140029 }],
  ['a release that is not uploaded', probe().replaceAll('tools', 'absent'), { code: 30005 }],
  ['a name that the manifest has', probe().replace('name: probe, release', 'name: nginx, release'), { code: 100 }],
  ['a template that cannot be rendered', probe().replace('((secret))', 'RAISE'), {}],
  ['a relative variable outside of properties', probe('x: ((y))\n'), { code: 540004 }],
])('%s fails the deploy with its place in the runtime config', async (_, content, error) => {
  await runtime(content);
  const task = await h.deploy(manifest);
  const last = JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}');
  expect(last.error).toMatchObject({ ...error, details: { where: { document: "runtime-config 'default'", line: expect.any(Number) } } });
});
