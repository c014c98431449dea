import type { ManifestJob } from '@bosh6/formats';
import { expect, test } from 'vitest';
import { desire, manifestText } from '../scenario.test.support.js';
import { refuseUnknownLinks } from './unknown-links.js';

/** Of a job `j` that provides `gift` and may consume `none`. */
function refuse(more: string, spec: object = {}, addon: ManifestJob[] = []): () => void {
  const groups = ['db', 'web'].map((name) => ({ name, instances: 1, azs: ['z1'], networks: '[{name: v4}]' }));
  const { manifest, releases } = desire(manifestText(groups).replace(/(name: web.*?name: j, release: r)/s, `$1${more}`));
  const [job] = releases[0]?.jobs ?? [];
  const links = { consumes: [{ name: 'none', type: 'gift', optional: true }], provides: [{ name: 'gift', type: 'gift', properties: [] }] };
  Object.assign(job ?? {}, links, spec);
  manifest.instanceGroups[1]?.jobs.push(...addon);
  return () => refuseUnknownLinks(manifest, releases);
}

const where = (key: string): object => ({ pointer: `/instance_groups/1/jobs/0/${key}` });

test('a link that the job does not consume is refused where it stands, with the one that was meant', () => {
  expect(refuse(', consumes: {none: {from: gift}, nonne: {from: gift}}')).toThrow(
    expect.objectContaining({
      code: 'UnknownLink',
      message: "job 'j' of instance group 'web' consumes no link 'nonne'",
      hint: "did you mean 'none'?",
      where: where('consumes/nonne'),
    }),
  );
});

test('nor may it provide one that its release does not know; nil and a name with a slash are names as others', () => {
  const told = { code: 'UnknownLink', hint: 'it provides gift' };
  expect(refuse(', provides: {gfit: {as: foo}}')).toThrow(expect.objectContaining({ ...told, where: where('provides/gfit') }));
  expect(refuse(', provides: {gfit: nil}')).toThrow(expect.objectContaining({ ...told, where: where('provides/gfit') }));
  expect(refuse(', provides: {g/ift: nil}')).toThrow(
    expect.objectContaining({ hint: "did you mean 'gift'?", where: where('provides/g~1ift') }),
  );
});

test('what is like no name is told with those that are there', () => {
  const told = (hint: string): unknown => expect.objectContaining({ hint });
  expect(refuse(', consumes: {database: nil}')).toThrow(told('it consumes none'));
  expect(refuse(', consumes: {database: nil}', { consumes: [] })).toThrow(told('it consumes no links'));
  expect(refuse(', provides: {toString: nil}')).toThrow(told('it provides gift'));
});

test('names of the job, and of its custom providers, are known', () => {
  const custom = ', custom_provider_definitions: [{name: extra, type: extra}]';
  expect(refuse(`, consumes: {none: nil}, provides: {gift: nil, extra: {as: more}}${custom}`)).not.toThrow();
  expect(refuse(`, provides: {extra_: {as: more}}${custom}`)).toThrow(expect.objectContaining({ hint: "did you mean 'extra'?" }));
});

test('of an addon it is told in the addon; a job of no release is not looked at', () => {
  const job = { name: 'j', release: 'r', provides: {}, consumes: { nonne: 'nil' as const }, customProviderDefinitions: [] };
  const addon = { ...job, pointer: '/addons/0/jobs/0', document: "runtime-config 'default'" };
  expect(refuse('', {}, [addon])).toThrow(
    expect.objectContaining({ where: { pointer: '/addons/0/jobs/0/consumes/nonne', document: "runtime-config 'default'" } }),
  );
  expect(refuse('', {}, [{ ...addon, name: 'absent' }])).not.toThrow();
  expect(refuse('', {}, [{ ...addon, release: 'absent' }])).not.toThrow();
});
