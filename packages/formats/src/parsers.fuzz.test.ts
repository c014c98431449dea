import type { Json, JsonObject } from '@bosh6/base';
import { attempt, attemptAsync, nested, spoil } from '@bosh6/base/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as formats from './index.js';

const {
  compareVersions,
  emitYaml,
  interpolate,
  isVersion,
  newestVersion,
  parseCloudConfig,
  parseCpiConfig,
  parseJobSpec,
  parseManifest,
  parseOpsFile,
  parsePackageSpec,
  parseReleaseManifest,
  parseRuntimeConfig,
  parseStemcellManifest,
  parseYaml,
  variableFlag,
} = formats;
const document = (value: unknown) => parseYaml(emitYaml(value as Json), 'text');

const cloud = {
  azs: [{ name: 'z1', cloud_properties: { a: 1 }, cpi: 'c' }],
  vm_types: [{ name: 'small', cloud_properties: {} }],
  vm_extensions: [{ name: 'e' }],
  disk_types: [{ name: 'd', disk_size: 1 }],
  networks: [{ name: 'a', subnets: [{ range: '10.0.0.0/24', gateway: '10.0.0.1' }] }],
  compilation: { workers: 1, network: 'a', az: 'z1', vm_type: 'small', vm_extensions: ['e'], env: {} },
};
const cpi = {
  cpis: [{ name: 'a', type: 't', exec_path: '/x', properties: { a: 1 }, migrated_from: [{ name: 'b' }] }],
};
const manifest = {
  name: 'd',
  releases: [{ name: 'r', version: '1', url: 'https://x', sha1: 'y', exported_from: [{ os: 'o', version: '1' }] }],
  stemcells: [{ alias: 'default', os: 'o', version: '1.10' }],
  update: { canaries: 1, max_in_flight: '50%', canary_watch_time: '1-2', update_watch_time: 1, serial: true, vm_strategy: 'delete-create' },
  instance_groups: [
    {
      name: 'g',
      instances: 1,
      azs: ['z1'],
      jobs: [
        {
          name: 'j',
          release: 'r',
          properties: { a: { b: 1 } },
          consumes: { l: { from: 'x' } },
          provides: { m: { as: 'y', shared: true } },
        },
      ],
      stemcell: 'default',
      vm_type: 'small',
      vm_extensions: ['e'],
      persistent_disk: 10,
      networks: [{ name: 'a', static_ips: ['10.0.0.2'], default: ['dns', 'gateway'] }],
      update: { canaries: 2 },
      migrated_from: [{ name: 'old', az: 'z1' }],
      env: { bosh: { password: 'x' } },
      tags: { t: 'u' },
      instance_states: { 0: 'stopped' },
    },
  ],
  addons: [{ name: 'x', jobs: [{ name: 'j', release: 'r' }], include: { jobs: [{ name: 'j', release: 'r' }] } }],
  variables: [{ name: 'p', type: 'password', options: { length: 3 }, consumes: {} }],
  features: { use_dns_addresses: true },
  tags: { a: 'b' },
};
const runtime = {
  releases: [{ name: 'r', version: '1' }],
  addons: [
    {
      name: 'x',
      jobs: [{ name: 'j', release: 'r' }],
      include: { stemcell: [{ os: 'o' }], networks: ['a'] },
      exclude: { instance_groups: ['g'] },
    },
  ],
  tags: { a: 'b' },
  variables: [{ name: 'p', type: 'certificate', options: { is_ca: true, common_name: 'x' } }],
};
const release = {
  name: 'r',
  version: '1',
  commit_hash: 'abc',
  uncommitted_changes: false,
  jobs: [{ name: 'j', version: 'v', fingerprint: 'f', sha1: 's', packages: ['p'] }],
  packages: [{ name: 'p', version: 'v', fingerprint: 'f', sha1: 's', dependencies: ['q'] }],
  compiled_packages: [{ name: 'q', version: 'v', fingerprint: 'f', sha1: 's', dependencies: [], stemcell: 'o/1' }],
  license: { version: 'v', fingerprint: 'f', sha1: 's' },
};
const stemcell = {
  name: 's',
  version: '1',
  api_version: 3,
  operating_system: 'o',
  sha1: 'x',
  bosh_protocol: 1,
  stemcell_formats: ['f'],
  cloud_properties: { a: 1 },
};
const job = {
  name: 'j',
  description: 'd',
  templates: { 'a.erb': 'config/a' },
  packages: ['p'],
  properties: { 'a.b': { description: 'x', default: 1, example: [1] } },
  provides: [{ name: 'l', type: 't', properties: ['a.b'] }],
  consumes: [{ name: 'm', type: 't', optional: true }],
  logs: { a: 'b' },
};
const pkg = { name: 'p', dependencies: ['q'], files: ['a/**'], excluded_files: ['b'] };
const ops = [
  { type: 'replace', path: '/instance_groups/name=g/jobs/-', value: { name: 'x' } },
  { type: 'remove', path: '/tags?' },
  { type: 'replace', path: '/a?/b=c:before', value: 1 },
  { type: 'test', path: '/name', value: 'd' },
];

const numbers = fc.array(fc.nat(100_000), { maxLength: 6 });
/** YAML of the pieces that people and attackers make it of. */
const yamlText = fc.string({
  unit: fc.constantFrom(
    'a: ',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '&x ',
    '*x',
    '<<: ',
    '!!binary ',
    '!!set',
    '? ',
    '|\n',
    "'",
    '"',
    '#',
    '%',
    '---\n',
    '0x',
    '1_0',
    '2001:db8::',
    '__proto__: ',
    '2020-01-01',
    '\t',
    '((v))',
    '\u0000',
    '\ud800',
  ),
  maxLength: 40,
});

describe('what is wrong in one place or three', () => {
  it.each<[string, unknown, (value: unknown) => unknown]>([
    ['manifest', manifest, (value) => parseManifest(document(value))],
    ['cloud config', cloud, (value) => parseCloudConfig([document(value), document({ azs: [{ name: 'z2' }] })])],
    ['CPI config', cpi, (value) => parseCpiConfig([document(value), document({ cpis: [{ name: 'c', type: 't' }] })])],
    ['runtime config', runtime, (value) => parseRuntimeConfig(document(value))],
    ['release.MF', release, (value) => parseReleaseManifest(document(value))],
    ['stemcell.MF', stemcell, (value) => parseStemcellManifest(document(value))],
    ['job.MF', job, (value) => parseJobSpec(document(value))],
    ['package spec', pkg, (value) => parsePackageSpec(document(value))],
    ['ops file', ops, (value) => parseOpsFile(document(value))],
  ])('%s', (_name, right, parse) => {
    expect(parse(right)).toBeDefined();
    let refused = 0;
    fc.assert(
      fc.property(numbers, (chosen) => {
        const tried = attempt(() => parse(spoil(right, chosen)));
        if ('error' in tried) refused += 1;
      }),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

describe('texts of any kind', () => {
  it('YAML, in both dialects: a value whose places can be asked for, or an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(yamlText, fc.string({ unit: 'binary', maxLength: 60 })),
        fc.constantFrom('psych' as const, 'go' as const),
        (text, dialect) => {
          const tried = attempt(() => parseYaml(text, 'text', { dialect }));
          if (!('value' in tried)) return;
          const { value } = tried;
          for (const pointer of ['', '/a', '/0/1', '/__proto__', '/-1', '/a~2', 'a'])
            attempt(() => [value.locate(pointer), value.scalarText(pointer)]);
          // What is read can be written, and read again.
          expect(parseYaml(emitYaml(value.value), 'text').value).toEqual(value.value);
          for (const parse of [parseManifest, parseRuntimeConfig, parseReleaseManifest, parseStemcellManifest, parseJobSpec, parseOpsFile])
            attempt<unknown>(() => parse(value));
        },
      ),
      { numRuns: 4000 },
    );
  });
  it.each(['[', '{a: ', '- ', '? ', '&a [*a, ', "!!set {'"])("YAML nested by '%s', whatever the depth", (piece) => {
    for (const depth of [10, 400, 600, 5000, 20_000]) attempt(() => parseYaml(piece.repeat(depth), 'text'));
  });
  it('versions, names, -v flags', () => {
    const text = fc.oneof(
      fc.string({
        unit: fc.constantFrom('1', '0', '.', '+', '-', 'a', 'dev', 'latest', ' ', '=', '((', '__proto__', ':', '['),
        maxLength: 14,
      }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        attempt(() => isVersion(a));
        attempt(() => compareVersions(a, b));
        attempt(() => newestVersion([a, b]));
        attempt(() => formats.canonicalName(a));
        attempt(() => variableFlag(`${a}=${b}`));
        attempt(() => variableFlag(a));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('interpolation', () => {
  const template = document({
    ...manifest,
    'key-((a))': '((b.c.0)) and ((/d/e))',
    variables: [{ name: 'p', type: 'password', options: { ca: '((p))' } }],
  });
  const path = fc.string({
    unit: fc.constantFrom(
      '/',
      'instance_groups',
      'name=g',
      '0',
      '-',
      '-1',
      '?',
      ':prev',
      ':next',
      ':before',
      ':after',
      '~1',
      '~0',
      '__proto__',
      'constructor',
      'a',
      '=',
      'variables',
      '999999999999999999999',
    ),
    maxLength: 8,
  });
  const wild = fc.record(
    {
      type: fc.constantFrom('replace', 'remove', 'test', 'x'),
      path: path.map((text) => `/${text}`),
      value: fc.jsonValue(),
      absent: fc.boolean(),
    },
    { requiredKeys: ['type', 'path'] },
  );
  const operation = fc.oneof({ arbitrary: fc.constantFrom<unknown>(...ops), weight: 3 }, { arbitrary: wild, weight: 1 });
  const flag = fc
    .tuple(
      fc.constantFrom('a', 'b', 'b.c', 'd', '/d/e', '__proto__', 'constructor', 'p', 'b.__proto__.x'),
      fc.oneof(yamlText, fc.constantFrom('1', 'text', '{c: [x]}', '[]', '')),
    )
    .map((pair) => pair.join('='));

  it('of any ops files, variables and paths', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { maxLength: 2 }),
        fc.array(flag, { maxLength: 3 }),
        fc.option(
          path.map((text) => `/${text}`),
          { nil: undefined, freq: 2 },
        ),
        fc.constantFrom(false, false, false, true),
        async (operations, flags, asked, strict) => {
          const tried = await attemptAsync(() =>
            interpolate(template, {
              opsFiles: [document(operations)],
              sources: flags.map(variableFlag),
              ...(asked === undefined ? {} : { path: asked }),
              errorOnMissing: strict,
              errorOnUnused: strict,
            }),
          );
          if (!('value' in tried)) return;
          done += 1;
          attempt(() => tried.value.origin('/instance_groups/0/networks/0'));
          attempt(() => emitYaml(tried.value.value));
        },
      ),
      { numRuns: 2000 },
    );
    expect(done).toBeGreaterThan(100);
  });

  it('of texts that nest each other too deeply is refused', async () => {
    const list = { value: nested(490), name: 'deep', text: '', duplicates: [], locate: () => undefined, scalarText: () => undefined };
    const flags = Array.from({ length: 40 }, (_, at) => ({ name: `v${at}`, values: { [`v${at}`]: list.value } as JsonObject }));
    const operations = Array.from({ length: 60 }, (_, at) => ({
      type: 'replace',
      path: at === 0 ? '/x?' : `/x${'/0'.repeat(490 * at)}`,
      value: list.value,
    }));
    const tried = await attemptAsync(async () => {
      const { value } = await interpolate({ ...list, value: {} }, { opsFiles: [{ ...list, value: operations as Json }], sources: flags });
      return emitYaml(value);
    });
    expect('error' in tried && tried.error.code).toBe('InvalidYaml');
  });

  it('of a path with very many parts', async () => {
    const path = `/a?${'/b'.repeat(50_000)}`;
    const tried = await attemptAsync(() => interpolate(document({}), { opsFiles: [document([{ type: 'replace', path, value: 1 }])] }));
    expect('error' in tried && tried.error.code).toBe('InvalidYaml');
  });
});
