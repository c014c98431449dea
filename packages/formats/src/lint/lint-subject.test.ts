import { describe, expect, it } from 'vitest';
import { interpolate } from '../interpolate/interpolate.js';
import type { DocumentKind } from '../schema/kinds.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { detectKind } from './detect-kind.js';
import { lintSubject } from './lint-subject.js';
import { inOrder } from './problem.js';
import { subjectOf } from './subject.js';

function lint(text: string, kind: DocumentKind = 'manifest'): string[] {
  const { problems } = lintSubject(subjectOf(parseYaml(text, 'a.yml')), kind);
  return inOrder(problems, ['a.yml']).map(
    ({ line, column, code, fix }) => `${line}:${column} ${code}${fix?.startsWith('did') ? ` ${fix}` : ''}`,
  );
}

const head = `name: d
releases: [{name: r, version: "1"}]
stemcells: [{alias: s, os: o, version: "1"}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
instance_groups:
`;
const group = (name: string, more = ''): string =>
  `- {name: ${name}, instances: 1, stemcell: s, vm_type: v, jobs: [], networks: [{name: n}]${more === '' ? '' : `, ${more}`}}\n`;

describe('lintSubject', () => {
  it('has nothing to say of a manifest that is right', () => expect(lint(head + group('a') + group('b'))).toEqual([]));

  it('reports what is wrong everywhere, not only first', () => {
    const text = `${head}- {name: a, instances: "2", stemcell: t, lifecycle: erand, networks: [], jobs: [{name: j, release: x}, {name: k}]}
- {name: b, instances: -1, stemcell: t, vm_type: v, vm_resources: {cpu: 0}, networks: [{name: n}], jobs: []}
${group('a', 'state: gone, persistent_disk: -1')}addons: [{name: x, jobs: [{name: j, release: y}]}]
variables: [{name: "a//b", type: password}, {name: c}]
features: {use_dns_addresses: 1}
`;
    expect(lint(text)).toEqual([
      ...['6:3 InvalidVmSize', '6:13 InvalidType', '6:29 UnknownStemcell', '6:42 InvalidLifecycle', '6:60 MissingGroupNetwork'],
      ...['6:91 UnknownRelease', '6:104 MissingProperty'],
      ...['7:13 BelowMinimum', '7:28 UnknownStemcell', '7:53 MissingProperty', '7:53 MissingProperty', '7:68 BelowMinimum'],
      ...['8:4 InstanceGroupNameTaken', '8:85 InvalidGroupState', '8:98 InvalidPersistentDisk', '9:37 AddonReleaseNotListed'],
      ...['10:14 InvalidVariableName', '10:45 InvalidVariable', '11:12 InvalidFeature'],
    ]);
  });

  it('does not report what is wrong only because of something else', () => {
    expect(lint(head.replace('alias: s', 'alias: {}') + group('a'))).toEqual(['3:14 InvalidType']);
    expect(
      lint(
        head.replace('releases: [{name: r, version: "1"}]', 'releases: 1') +
          group('a').replace('jobs: []', 'jobs: [{name: j, release: r}]'),
      ),
    ).toEqual(['2:1 InvalidType']);
  });

  it('does not report what variables stand for', () => {
    const text = head + group('a', 'persistent_disk: ((size)), azs: ((azs)), tags: {a: ((b))}').replace('instances: 1', 'instances: ((n))');
    expect(lint(text)).toEqual([]);
    expect(lint(`${head.replace('canaries: 1', 'canaries: ((c))')}((groups))`.replace('instance_groups:\n', 'instance_groups: '))).toEqual(
      [],
    );
  });

  it('warns of keys that nobody reads, and knows what was meant', () => {
    expect(lint(head + group('a', 'vm-type: w, instance: 2, whatever: 1'))).toEqual([
      "6:85 UnknownKey did you mean 'vm_type'?",
      "6:97 UnknownKey did you mean 'instances'?",
      '6:110 UnknownKey',
    ]);
    expect(lint(head + group('a', 'properties: {any: {key: 1}}, env: {any: 1}'))).toEqual([]);
    expect(lint('- {type: remove, path: /a, value: 1, name: x}\n- {type: test, path: /a, absent: true, pth: 1}\n', 'ops-file')).toEqual([
      '1:3 InvalidOpsFile',
      "2:40 UnknownKey did you mean 'path'?",
    ]);
    expect(lint('releases: [{name: a, version: b, url: c, sha1: d}]\n', 'runtime-config')).toEqual([]);
    expect(lint('cpis: [{name: a, type: t, propertys: {}}]\n', 'cpi-config')).toEqual(["1:27 UnknownKey did you mean 'properties'?"]);
    expect(lint('rules: [{enabled: yes, include: {deployment: [a]}}]\n', 'resurrection-config')).toEqual([
      "1:34 UnknownKey did you mean 'deployments'?",
    ]);
  });

  it('says once what an anchor brings to several places', () => {
    const shared = `x: &x {vm_typ: 1}\n`;
    expect(lint(shared + head + group('a', '<<: *x') + group('b', '<<: *x'))).toEqual([
      '1:1 UnknownKey',
      "1:8 UnknownKey did you mean 'vm_type'?",
    ]);
  });

  it('says of a manifest that is filled in which file it was', async () => {
    const document = parseYaml(head + group('a'), 'a.yml');
    const ops = parseYaml('- {type: replace, path: /instance_groups/name=a/lifecycle?, value: erand}\n', 'ops.yml');
    const subject = subjectOf(document, await interpolate(document, { opsFiles: [ops] }));
    expect(lintSubject(subject, 'manifest').problems).toMatchObject([
      { code: 'InvalidLifecycle', document: 'ops.yml', line: 1, column: 61 },
    ]);
  });
});

describe('detectKind', () => {
  it.each<[string, string | undefined, string?]>([
    ['{name: a, instance_groups: []}', 'manifest'],
    ['{networks: []}', 'cloud-config'],
    ['{releases: [], addons: []}', 'runtime-config'],
    ['{cpis: []}', 'cpi-config'],
    ['{rules: []}', 'resurrection-config'],
    ['[{type: remove, path: /a}]', 'ops-file'],
    ['{password: x}', 'vars-file'],
    ['{name: a, templates: {}}', 'job-spec'],
    ['{name: a}', 'job-spec', 'my/jobs/a/spec'],
    ['{name: a, files: []}', 'package-spec'],
    ['{name: a}', 'package-spec', 'packages/a/spec'],
    ['', 'vars-file'],
    ['{name: a, instance_groups: [], cloud_provider: {}}', undefined],
    ['text', undefined],
    ['[1]', undefined],
  ])('%s is %s', (text, kind, path = 'a.yml') => expect(detectKind(parseYaml(text, path).value, path)).toBe(kind));
});
