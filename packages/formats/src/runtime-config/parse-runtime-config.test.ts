import { describe, expect, it } from 'vitest';
import { parseManifest } from '../manifest/parse-manifest.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { parseRuntimeConfig } from './parse-runtime-config.js';

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

  it('a manifest may not filter by deployment', () => {
    const manifest = `name: a\nstemcells: [{alias: a, os: o, version: 1}]\nupdate: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}\n${base}`;
    expect(() => parseManifest(parseYaml(manifest, 'm'))).toThrow(expect.objectContaining({ number: 530006 }));
  });
});
