import type { ManifestJob } from '@bosh6/formats';
import { expect, test } from 'vitest';
import { desire, manifestText } from '../scenario.test.support.js';
import { type UnknownLink, unknownLinks } from './unknown-links.js';

/** Of a job `j` that provides `gift` and may consume `none`. */
function told(more: string, spec: object = {}, addon: ManifestJob[] = []): UnknownLink[] {
  const groups = ['db', 'web'].map((name) => ({ name, instances: 1, azs: ['z1'], networks: '[{name: v4}]' }));
  const { manifest, releases } = desire(manifestText(groups).replace(/(name: web.*?name: j, release: r)/s, `$1${more}`));
  const [job] = releases[0]?.jobs ?? [];
  const links = { consumes: [{ name: 'none', type: 'gift', optional: true }], provides: [{ name: 'gift', type: 'gift', properties: [] }] };
  Object.assign(job ?? {}, links, spec);
  manifest.instanceGroups[1]?.jobs.push(...addon);
  return unknownLinks(manifest, releases);
}

const at = (key: string): string => `/instance_groups/1/jobs/0/${key}`;

test('a link that the job does not consume is told where it stands, with the one that was meant', () => {
  expect(told(', consumes: {none: {from: gift}, nonne: {from: gift}}')).toEqual([
    { pointer: at('consumes/nonne'), what: "job 'j' of instance group 'web' consumes no link 'nonne'; did you mean 'none'?" },
  ]);
});

test('so is one that it does not provide; nil and a name with a slash are names as others', () => {
  const gift = (name: string): string => `job 'j' of instance group 'web' provides no link '${name}'; it provides gift`;
  expect(told(', provides: {gfit: {as: foo}, toString: nil}')).toEqual([
    { pointer: at('provides/gfit'), what: gift('gfit') },
    { pointer: at('provides/toString'), what: gift('toString') },
  ]);
  expect(told(', provides: {g/ift: nil}')).toMatchObject([{ pointer: at('provides/g~1ift') }]);
  expect(told(', consumes: {database: nil}', { consumes: [] })).toMatchObject([{ what: expect.stringContaining('it consumes no links') }]);
});

test('names of the job, and of its custom providers, are known', () => {
  const custom = ', custom_provider_definitions: [{name: extra, type: extra}]';
  expect(told(`, consumes: {none: nil}, provides: {gift: nil, extra: {as: more}}${custom}`)).toEqual([]);
  expect(told(`, provides: {extra_: {as: more}}${custom}`)).toMatchObject([{ what: expect.stringContaining("did you mean 'extra'?") }]);
});

test('of an addon it is told in the addon; a job of no release is not looked at', () => {
  const job = { name: 'j', release: 'r', provides: {}, consumes: { nonne: 'nil' as const }, customProviderDefinitions: [] };
  const addon = { ...job, pointer: '/addons/0/jobs/0', document: "runtime-config 'default'" };
  expect(told('', {}, [addon])).toMatchObject([{ pointer: '/addons/0/jobs/0/consumes/nonne', document: "runtime-config 'default'" }]);
  expect(told('', {}, [{ ...addon, name: 'absent' }])).toEqual([]);
  expect(told('', {}, [{ ...addon, release: 'absent' }])).toEqual([]);
});
