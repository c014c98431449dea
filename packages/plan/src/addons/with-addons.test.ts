import { parseManifest, parseRuntimeConfigs, parseYaml } from '@bosh6/formats';
import { expect, test } from 'vitest';
import { isForDeployment } from './applies.js';
import { withAddons } from './with-addons.js';

const text = `name: d
releases: [{name: r, version: 1}, {name: shared, version: latest}]
stemcells: [{alias: default, os: jammy, version: 1}, {alias: old, os: xenial, version: 1}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
tags: {of: manifest}
instance_groups:
- {name: web, instances: 1, azs: [z1], stemcell: default, vm_type: v, jobs: [{name: j, release: r}], networks: [{name: v4}]}
- {name: run, instances: 0, azs: [z2], lifecycle: errand, stemcell: old, vm_type: v, jobs: [], networks: [{name: v6}]}
`;
const about = { teams: ['t'], osOf: { default: 'jammy', old: 'xenial' }, versionOf: { shared: '2.0' } };
const apply = (manifest: string, ...runtimes: string[]) =>
  withAddons(
    parseManifest(parseYaml(manifest, 'manifest')),
    parseRuntimeConfigs(runtimes.map((each, at) => parseYaml(each, `runtime ${at}`))),
    about,
  );
const addon = (filters: string, release = 'tools') =>
  `releases: [{name: ${release}, version: 1}]\naddons:\n- {name: a, jobs: [{name: probe, release: ${release}}]${filters}}\n`;
const groupsOf = (filters: string): string[] =>
  apply(text, addon(filters)).instanceGroups.flatMap(({ name, jobs }) => (jobs.some((job) => job.name === 'probe') ? [name] : []));

test.each([
  ['', ['web', 'run']],
  [', include: {}', ['web', 'run']],
  [', exclude: {}', ['web', 'run']],
  [', include: {deployments: [x, d]}', ['web', 'run']],
  [', include: {deployments: [x]}', []],
  [', include: {teams: [t, u]}', ['web', 'run']],
  [', exclude: {teams: [t]}', []],
  [', include: {jobs: [{name: j, release: r}]}', ['web']],
  [', include: {jobs: [{name: j, release: other}]}', []],
  [', include: {instance_groups: [run]}', ['run']],
  [', include: {stemcell: [{os: xenial}]}', ['run']],
  [', include: {networks: [v4]}', ['web']],
  [', include: {azs: [z2, z3]}', ['run']],
  [', include: {lifecycle: service}', ['web']],
  [', exclude: {lifecycle: errand}', ['web']],
  [', include: {azs: [z1], networks: [v6]}', []],
  [', include: {deployments: [d]}, exclude: {instance_groups: [web]}', ['run']],
])('an addon with%s', (filters, groups) => {
  expect(groupsOf(filters)).toEqual(groups);
});

test('releases come with the addons that use them; variables always, and tags under those of the manifest', () => {
  const runtime = `${addon(', include: {deployments: [d]}')}variables: [{name: v, type: password}]\ntags: {of: runtime, more: x}\n`;
  const used = apply(text, runtime);
  expect(used.releases.map(({ name, version }) => `${name}/${version}`)).toEqual(['r/1', 'shared/latest', 'tools/1']);
  expect(used).toMatchObject({ variables: [{ name: 'v' }], tags: { of: 'manifest', more: 'x' } });
  const other = apply(text, runtime.replace('[d]', '[e]'));
  expect(other.releases).toHaveLength(2);
  expect(other.variables).toHaveLength(1);
});

test("the manifest's own addons are there before a runtime config's, whose filters see them", () => {
  const own = `${text}addons: [{name: own, jobs: [{name: extra, release: r}], include: {instance_groups: [run]}}]\n`;
  const [web, run] = apply(own, addon(', include: {jobs: [{name: extra, release: r}]}')).instanceGroups;
  expect(web?.jobs.map(({ name }) => name)).toEqual(['j']);
  expect(run?.jobs.map(({ name }) => name)).toEqual(['extra', 'probe']);
});

test('a release of another version is 530003 at its place in the runtime config; `latest` is what it stands for', () => {
  const of = (version: string): string => addon('', 'shared').replace('version: 1', `version: '${version}'`);
  expect(apply(text, of('2')).releases).toHaveLength(2);
  const where = { document: 'runtime 0', pointer: '/releases/0/version' };
  expect(() => apply(text, of('2.1'))).toThrow(expect.objectContaining({ number: 530003, where }));
  expect(() => apply(text, addon(''), addon('').replace('version: 1', 'version: 3').replace('probe', 'other'))).toThrow(
    expect.objectContaining({ number: 530003, where: { ...where, document: 'runtime 1' } }),
  );
});

test('a job that a group has already is refused with its place', () => {
  const where = { document: 'runtime 0', pointer: '/addons/0/jobs/0/name' };
  expect(() => apply(text, addon('').replace('name: probe', 'name: j'))).toThrow(expect.objectContaining({ code: 'AddonJobTaken', where }));
});

test('whether an addon can be for a deployment at all', () => {
  const can = (filters: string): boolean => {
    const [runtime] = parseRuntimeConfigs([parseYaml(addon(filters), 'runtime')]);
    return isForDeployment(runtime?.addons[0] ?? {}, { deployment: 'd', teams: [] });
  };
  expect([', include: {azs: [z]}', ', exclude: {deployments: [d], azs: [z]}', ', exclude: {}'].map(can)).toEqual([true, true, true]);
  expect([', include: {deployments: [e]}', ', exclude: {deployments: [d]}', ', include: {teams: [t]}'].map(can)).toEqual([
    false,
    false,
    false,
  ]);
});
