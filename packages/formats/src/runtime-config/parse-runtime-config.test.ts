import { describe, expect, it } from 'vitest';
import { parseManifest } from '../manifest/parse-manifest.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { parseRuntimeConfig, parseRuntimeConfigs } from './parse-runtime-config.js';

const base =
  'releases: [{name: dns, version: 1.0}]\naddons:\n- name: dns\n  jobs: [{name: dns, release: dns}]\n  include: {deployments: [a]}\ntags: {a: 1}\n';
const read = (text: string) => parseRuntimeConfig(parseYaml(text, 'runtime'));

describe('parseRuntimeConfig', () => {
  it('reads releases, addons and tags', () => {
    expect(read(base)).toMatchObject({
      releases: [{ name: 'dns', version: '1.0' }],
      addons: [{ name: 'dns', include: { deployments: ['a'] } }],
      tags: { a: '1' },
    });
  });

  it('refuses latest, and a release that is not listed', () => {
    expect(() => read(base.replace('1.0', 'latest'))).toThrow(
      expect.objectContaining({ number: 530001, where: expect.objectContaining({ line: 1 }) }),
    );
    expect(() => read(base.replace('release: dns', 'release: x'))).toThrow(
      expect.objectContaining({ number: 530002, where: expect.objectContaining({ line: 4 }) }),
    );
  });

  it('refuses filters that name half a job, or a stemcell without its os', () => {
    const filter = (text: string) => () => read(base.replace('deployments: [a]', text));
    const where = (pointer: string) => expect.objectContaining({ pointer, line: 5 });
    expect(filter('jobs: [{name: a}]')).toThrow(expect.objectContaining({ number: 530004, where: where('/addons/0/include/jobs/0') }));
    expect(filter('stemcell: [{}]')).toThrow(expect.objectContaining({ number: 530005, where: where('/addons/0/include/stemcell/0') }));
    expect(filter('azs: z1')).toThrow(expect.objectContaining({ number: 40000, where: where('/addons/0/include/azs') }));
  });

  it('takes tags from one of several, and says which document everything is from', () => {
    const two = (second: string) => parseRuntimeConfigs([parseYaml(base, 'one'), parseYaml(second, 'two')]);
    expect(two('variables: [{name: v, type: rsa}]\n')).toMatchObject([
      { releases: [{ document: 'one' }], addons: [{ jobs: [{ document: 'one', properties: {} }] }] },
      { variables: [{ document: 'two' }] },
    ]);
    const where = expect.objectContaining({ document: 'two', line: 1 });
    expect(() => two('tags: {b: c}\n')).toThrow(expect.objectContaining({ number: 530006, where }));
  });

  it('a manifest may not filter by deployment', () => {
    const manifest = `name: a\nstemcells: [{alias: a, os: o, version: 1}]\nupdate: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}\n${base}`;
    expect(() => parseManifest(parseYaml(manifest, 'm'))).toThrow(expect.objectContaining({ number: 530006 }));
  });
});
