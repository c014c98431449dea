import { isJsonObject, type Json } from '@bosh6/base';
import { spoil } from '@bosh6/base/testing';
import { emitYaml } from '@bosh6/formats';
import { lintText, subjectOf } from '@bosh6/formats/lint';
import { type DocumentKind, kindNames } from '@bosh6/formats/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintDocuments } from './lint-documents.js';

const cloud = {
  azs: [{ name: 'z1' }],
  vm_types: [{ name: 'small' }],
  disk_types: [{ name: 'disk', disk_size: 1 }],
  networks: [
    { name: 'four', subnets: [{ range: '10.0.0.0/24', gateway: '10.0.0.1', static: ['10.0.0.10'], azs: ['z1'] }] },
    { name: 'six', subnets: [{ range: '2001:db8::/64', static: ['2001:db8::5'], prefix: 128, azs: ['z1'] }] },
  ],
  compilation: { workers: 1, network: 'four', az: 'z1', vm_type: 'small' },
};
const networks = [
  { name: 'four', static_ips: ['10.0.0.10'], default: ['dns', 'gateway'] },
  { name: 'six', static_ips: ['2001:db8::5'] },
];
const manifest = {
  name: 'd',
  releases: [{ name: 'r', version: '1' }],
  stemcells: [{ alias: 's', os: 'o', version: '1' }],
  update: { canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1 },
  instance_groups: [
    {
      name: 'g',
      instances: 1,
      azs: ['z1'],
      jobs: [{ name: 'j', release: 'r' }],
      stemcell: 's',
      vm_type: 'small',
      persistent_disk_type: 'disk',
      networks,
    },
  ],
};
const kinds = fc.constantFrom<DocumentKind>(...kindNames);

/** What every problem has, whatever the text. */
function lint(texts: readonly { text: string; kind: DocumentKind }[]): number {
  const linted = texts.map(({ text, kind }, at) => ({ kind, ...lintText(text, `${at}`) }));
  const inputs = linted.flatMap(({ kind, document }) => (document === undefined ? [] : [{ kind, subject: subjectOf(document) }]));
  const problems = [...linted.flatMap(({ problems: own }) => own), ...lintDocuments(inputs)];
  for (const { message, document, line, column } of problems) {
    expect(message).not.toBe('');
    expect(texts[Number(document)]).toBeDefined();
    if (line !== undefined) expect(line >= 1 && (column ?? 1) >= 1).toBe(true);
  }
  return problems.length;
}

describe('any text gives problems, never an exception', () => {
  it('of manifests and cloud configs in which something was spoilt', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { maxLength: 6 }), fc.array(fc.nat(100_000), { maxLength: 6 }), (one, two) => {
        const texts = [
          { text: emitYaml(spoil(manifest, one) as Json), kind: 'manifest' as const },
          { text: emitYaml(spoil(cloud, two) as Json), kind: 'cloud-config' as const },
        ];
        if (lint(texts) > 0) found += 1;
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('of texts made of the pieces of YAML', () => {
    const pieces = [
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
      'networks',
      'subnets',
      'azs',
      ': ',
      '::1',
      '2001:db8::',
      '\t',
      '((v))',
      '|\n',
      '"',
      '\u0000',
      '1:30',
      '2020-01-01',
      '__proto__: ',
      '\ud800',
    ];
    const text = fc.oneof(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(fc.record({ text, kind: kinds }), { minLength: 1, maxLength: 2 }), (texts) => {
        lint(texts);
      }),
      { numRuns: 800 },
    );
  });

  it.each(['[', '{a: ', '- ', '&a [*a, '])('nested by %j', (piece) => {
    for (const depth of [400, 20_000]) expect(lint([{ text: piece.repeat(depth), kind: 'manifest' }])).toBeGreaterThan(0);
  });

  it('and everything is read once nothing is wrong', () => {
    expect(
      isJsonObject(manifest) &&
        lint([
          { text: emitYaml(manifest), kind: 'manifest' },
          { text: emitYaml(cloud), kind: 'cloud-config' },
        ]),
    ).toBe(1);
  });
});
