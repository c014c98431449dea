import { describe, expect, it } from 'vitest';
import { localNames } from './local-names.js';

const keys = [
  'id',
  'num_id',
  'instance_group',
  'group_ids',
  'az',
  'az_id',
  'network',
  'network_id',
  'deployment',
  'ip',
  'domain',
  'agent_id',
  'instance_index',
];
const row = (id: string, number: number, az: number, network: [string, number], ip: string): unknown[] => [
  id,
  String(number),
  'web',
  ['1'],
  `z${az}`,
  String(az),
  ...[network[0], String(network[1])],
  'dep',
  ip,
  'bosh',
  `agent-${number}`,
  number - 3,
];
const infos = [
  row('u-0', 3, 1, ['dual', 1], '10.0.0.5'),
  row('u-0', 3, 1, ['dual', 1], '2001:db8::5'),
  row('u-0', 3, 1, ['back', 2], '10.1.0.5'),
  row('u-1', 4, 2, ['dual', 1], '10.0.0.6'),
  ['db-0', '9', 'db', ['2'], null, null, 'dual', '1', 'dep', '10.0.0.9', 'bosh', 'agent', 0],
];
const aliases = {
  'web.internal': [{ root_domain: 'bosh', group_id: '1', health_filter: 'smart', initial_health_check: null, placeholder_type: null }],
  '_.node.internal': [{ root_domain: 'bosh', group_id: '1', placeholder_type: 'uuid' }],
  'sick.internal': [{ root_domain: 'bosh', group_id: '1', health_filter: 'unhealthy' }],
  'both.internal.': [
    { root_domain: 'bosh', group_id: '1' },
    { root_domain: 'bosh', group_id: '2' },
  ],
};
const text = { version: 1, records: [], record_keys: keys, record_infos: infos, aliases };
const names = localNames(text);
const find = (name: string): string[] | undefined => names?.find(name)?.map(String);
const first = ['10.0.0.5', '2001:db8::5'];

describe('local names', () => {
  it.each<[string, string[] | undefined]>([
    ['u-0.web.dual.dep.bosh', first],
    ['0.web.dual.dep.bosh', first],
    ['u-0.web.back.dep.bosh', ['10.1.0.5']],
    ['u-0.q-g1.bosh', [...first, '10.1.0.5']],
    ['q-s0.web.dual.dep.bosh', [...first, '10.0.0.6']],
    ['q-a2s0.web.dual.dep.bosh', ['10.0.0.6']],
    ['q-a1a2s3.web.dual.dep.bosh', [...first, '10.0.0.6']],
    ['q-i1s4.web.dual.dep.bosh', ['10.0.0.6']],
    ['q-m3s0y1.web.dual.dep.bosh', first],
    ['q-n2s0.q-g1.bosh', ['10.1.0.5']],
    ['q-m4n1s0.q-g1.bosh', ['10.0.0.6']],
    ['q-s0.q-g2.bosh', ['10.0.0.9']],
    ['q-a1s0.q-g2.bosh', undefined],
    ['q-s1.web.dual.dep.bosh', undefined],
    ['q-.web.dual.dep.bosh', undefined],
    ['q-s0.q-g3.bosh', undefined],
    ['q-s0.q-1.bosh', undefined],
    ['u-2.web.dual.dep.bosh', undefined],
    ['u-0.web.dual.other.bosh', undefined],
    ['web.dual.dep.bosh', undefined],
    ['bosh', undefined],
    ['web.internal', [...first, '10.1.0.5', '10.0.0.6']],
    ['u-1.node.internal', ['10.0.0.6']],
    ['u-9.node.internal', undefined],
    ['sick.internal', undefined],
    ['both.internal', [...first, '10.1.0.5', '10.0.0.6', '10.0.0.9']],
    ['_.internal', undefined],
  ])('%s', (name, addresses) => expect(find(name)).toEqual(addresses));

  const all = ['q-s0', 'q-s1', 'q-s3', 'q-s4', 'q-', 'q-i1y0'].map((query) => `${query}.web.dual.dep.bosh`);
  const aliased = ['web.internal', 'sick.internal', 'u-0.web.dual.dep.bosh', 'u-0.node.internal'];
  it.each<[string, string[], (string[] | undefined)[]]>([
    ['one', ['agent-4'], [first, ['10.0.0.6'], first, [...first, '10.0.0.6'], undefined, ['10.0.0.6']]],
    [
      'all',
      ['agent-3', 'agent-4'],
      [[...first, '10.0.0.6'], [...first, '10.0.0.6'], undefined, [...first, '10.0.0.6'], undefined, ['10.0.0.6']],
    ],
  ])('when %s of them is unhealthy', (_, unhealthy, answers) => {
    const some = localNames(text, (agentId) => !unhealthy.includes(agentId));
    expect(all.map((name) => some?.find(name)?.map(String))).toEqual(answers);
  });

  it('is asked for health with each answer; aliases have a filter, an instance itself has none', () => {
    const unhealthy = new Set<string>();
    const some = localNames(text, (agentId) => !unhealthy.has(agentId));
    const answers = () => aliased.map((name) => some?.find(name)?.map(String));
    expect(answers()).toEqual([[...first, '10.1.0.5', '10.0.0.6'], undefined, first, [...first, '10.1.0.5']]);
    unhealthy.add('agent-3');
    expect(answers()).toEqual([['10.0.0.6'], [...first, '10.1.0.5'], first, [...first, '10.1.0.5']]);
  });

  it('owns its domains and aliases, and nothing else', () => {
    const owned = ['x.bosh', 'q-s0.x.y.z.bosh', 'web.internal', 'sick.internal', 'u-9.node.internal'];
    expect(owned.filter((name) => !names?.owns(name))).toEqual([]);
    const foreign = ['bosh', 'notbosh', 'x.notbosh', 'bosh.io', 'other.internal', 'node.internal', ''];
    expect(foreign.filter((name) => names?.owns(name))).toEqual([]);
  });

  it('leaves out an alias that is malformed, names it, and keeps all else', () => {
    const broken = {
      'none.internal': 'text',
      'half.internal': [{ root_domain: 'bosh', group_id: '1' }, { group_id: 1 }],
      'null.internal': null,
    };
    const some = localNames({ record_keys: keys, record_infos: infos, aliases: { ...broken, ...aliases } });
    expect(some?.malformed).toEqual(['none.internal', 'half.internal', 'null.internal']);
    expect(some?.find('web.internal')?.map(String)).toEqual(find('web.internal'));
    expect(some?.find('half.internal')?.map(String)).toEqual(find('web.internal'));
    expect(['none.internal', 'null.internal'].filter((name) => some?.owns(name))).toEqual([]);
    expect(names?.malformed).toEqual([]);
  });

  it('leaves out what a record lacks, and is not there without records', () => {
    const some = [...infos.slice(0, 1), ['short'], row('u-5', 5, 1, ['dual', 1], 'no address'), []];
    expect(localNames({ record_keys: keys, record_infos: some })?.find('q-s0.web.dual.dep.bosh')?.map(String)).toEqual(['10.0.0.5']);
    for (const nothing of [undefined, null, {}, { record_keys: keys }, 'text']) expect(localNames(nothing)).toBeUndefined();
    expect(localNames({ record_keys: keys, record_infos: [] })?.owns('x.bosh')).toBe(false);
  });
});
