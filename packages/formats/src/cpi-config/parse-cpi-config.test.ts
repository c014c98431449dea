import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parse-yaml.js';
import { parseCpiConfig } from './parse-cpi-config.js';

const read = (...texts: string[]) => parseCpiConfig(texts.map((text, index) => parseYaml(text, `c${index}`)));

describe('parseCpiConfig', () => {
  it('concatenates, with what each entry says and where it stands', () => {
    const first = 'cpis:\n- {name: 1, type: vsphere, properties: {host: vc}, migrated_from: [{name: ""}, {name: old}]}\n';
    expect(read(first, 'cpis: [{name: b, type: local, exec_path: /opt/cpi}]')).toEqual({
      cpis: [
        { name: '1', type: 'vsphere', properties: { host: 'vc' }, migratedFrom: ['', 'old'], document: 'c0', pointer: '/cpis/0' },
        { name: 'b', type: 'local', execPath: '/opt/cpi', properties: {}, migratedFrom: [], document: 'c1', pointer: '/cpis/0' },
      ],
    });
    expect(read('cpis: []')).toEqual({ cpis: [] });
  });

  const one = 'cpis: [{name: a, type: t, migrated_from: [{name: old}]}]';
  it.each<[string, string[], number, string, string]>([
    ['a name twice', [one, 'cpis:\n- {name: a, type: t}'], 550000, 'c1', '/cpis/0/name'],
    ['a name that another one had', [one, 'cpis:\n- {name: old, type: t}'], 550000, 'c1', '/cpis/0/name'],
    [
      'a former name twice',
      [one, 'cpis: [{name: b, type: t, migrated_from: [{name: old}]}]'],
      550000,
      'c1',
      '/cpis/0/migrated_from/0/name',
    ],
    [
      'its own name as a former one',
      ['cpis: [{name: b, type: t, migrated_from: [{name: b}]}]'],
      550000,
      'c0',
      '/cpis/0/migrated_from/0/name',
    ],
    ['no list', ['cpis: {}'], 40000, 'c0', '/cpis'],
    ['nothing', ['{}'], 40001, 'c0', '/cpis'],
    ['an entry that is no map', ['cpis: [a]'], 40000, 'c0', '/cpis/0'],
    ['no name', ['cpis: [{type: t}]'], 40001, 'c0', '/cpis/0/name'],
    ['an empty name', ['cpis: [{name: "", type: t}]'], 40005, 'c0', '/cpis/0/name'],
    ['no type', ['cpis: [{name: a}]'], 40001, 'c0', '/cpis/0/type'],
    ['a type that is a path', ['cpis: [{name: a, type: ../../t}]'], 40005, 'c0', '/cpis/0/type'],
    ['a relative path', ['cpis: [{name: a, type: t, exec_path: bin/cpi}]'], 40005, 'c0', '/cpis/0/exec_path'],
    ['properties that are no map', ['cpis: [{name: a, type: t, properties: [x]}]'], 40000, 'c0', '/cpis/0/properties'],
    ['former names that are texts', ['cpis: [{name: a, type: t, migrated_from: [old]}]'], 40000, 'c0', '/cpis/0/migrated_from/0'],
  ])('refuses %s', (_name, texts, number, document, pointer) => {
    expect(() => read(...texts)).toThrow(
      expect.objectContaining({ number, where: expect.objectContaining({ document, pointer, line: expect.any(Number) }) }),
    );
  });
});
