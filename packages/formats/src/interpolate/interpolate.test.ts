import { CodedError, type Json } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parse-yaml.js';
import { interpolate } from './interpolate.js';
import { variableFile, variableFlag, variablesEnvironment, variablesFile } from './sources.js';
import type { InterpolateOptions, VariableSource, VariableStore } from './types.js';

const go = { dialect: 'go' } as const;
const run = async (template: string, options: InterpolateOptions = {}) =>
  (await interpolate(parseYaml(template, 't.yml', go), options)).value;
const withOps = (template: string, ops: string) => run(template, { opsFiles: [parseYaml(ops, 'o.yml', go)] });
const withVars = (template: string, ...sources: VariableSource[]) => run(template, { sources });

async function refused(work: Promise<unknown>): Promise<CodedError> {
  try {
    await work;
  } catch (error) {
    if (CodedError.is(error)) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('operations', () => {
  it.each<[string, string, string, Json]>([
    ['replaces a key', 'a: {b: 1}', '[{type: replace, path: /a/b, value: 2}]', { a: { b: 2 } }],
    ['replaces all', 'a: 1', '[{type: replace, path: "", value: 5}]', 5],
    ['makes optional maps', 'a: 1', '[{type: replace, path: /b?/c/d, value: 2}]', { a: 1, b: { c: { d: 2 } } }],
    ['makes an optional list', 'a: 1', '[{type: replace, path: /b?/-, value: 2}]', { a: 1, b: [2] }],
    ['makes an optional item', 'a: []', '[{type: replace, path: /a/name=x?/v, value: 2}]', { a: [{ name: 'x', v: 2 }] }],
    ['appends', 'a: [1]', '[{type: replace, path: /a/-, value: 2}]', { a: [1, 2] }],
    ['counts from the end', 'a: [1, 2]', '[{type: replace, path: /a/-1, value: 3}]', { a: [1, 3] }],
    ['moves to a neighbour', 'a: [1, 2, 3]', '[{type: replace, path: "/a/0:next:next:prev", value: 9}]', { a: [1, 9, 3] }],
    ['inserts before', 'a: [{n: x}]', '[{type: replace, path: "/a/n=x:before", value: 1}]', { a: [1, { n: 'x' }] }],
    ['inserts after', 'a: [1, 2]', '[{type: replace, path: "/a/0:after", value: 9}]', { a: [1, 9, 2] }],
    ['removes', 'a: {b: 1, c: 2}', '[{type: remove, path: /a/b}]', { a: { c: 2 } }],
    ['removes an item', 'a: [{n: x}, {n: z}]', '[{type: remove, path: /a/n=x}]', { a: [{ n: 'z' }] }],
    ['need not find what is optional', 'a: 1', '[{type: remove, path: /b?/c/d}]', { a: 1 }],
    ['tests', 'a: {b: [1]}', '[{type: test, path: /a, value: {b: [1]}}, {type: test, path: /c, absent: true}]', { a: { b: [1] } }],
    ['reads escapes', '"a/b~c:d": 1', '[{type: replace, path: "/a~1b~0c~7d", value: 2}]', { 'a/b~c:d': 2 }],
    ['does nothing when empty', 'a: 1', '', { a: 1 }],
  ])('%s', async (_name, template, ops, expected) => expect(await withOps(template, ops)).toEqual(expected));

  it.each([
    ['a missing key', 'a: 1', '- {type: remove, path: /a}\n- {type: replace, path: /x/y, value: 1}', 'OperationFailed', 2],
    ['two matches', 'a: [{n: x}, {n: x}]', '- {type: remove, path: /a/n=x}', 'OperationFailed', 1],
    ['an index beyond', 'a: [1]', '- {type: replace, path: /a/3, value: 1}', 'OperationFailed', 1],
    ['a failed test', 'a: 1', '- {type: test, path: /a, value: 2}', 'OperationFailed', 1],
    ['an unexpected value', 'a: 1', '- {type: test, path: /a, absent: true}', 'OperationFailed', 1],
    ['an unknown type', 'a: 1', '- {type: add, path: /a, value: 1}', 'InvalidOpsFile', 1],
    ['no value', 'a: 1', '- type: replace\n  path: /a', 'InvalidOpsFile', 1],
    ['a path without slash', 'a: 1', '- type: remove\n  path: a', 'InvalidOpsFile', 2],
    ['a map', 'a: 1', 'a: 1', 'InvalidOpsFile', 1],
  ])('refuse %s, at its line', async (_name, template, ops, code, line) => {
    expect(await refused(withOps(template, ops))).toMatchObject({ code, where: { document: 'o.yml', line } });
  });
});

describe('variables', () => {
  const file = (text: string, name = 'v.yml') => variablesFile(parseYaml(text, name, go));

  it.each<[string, string, VariableSource[], Json]>([
    ['keep their type when alone', 'a: ((x))', [file('x: [1, {y: true}]')], { a: [1, { y: true }] }],
    ['join texts', 'a: "p-((x))-((y))"', [file('{x: 1, y: q}')], { a: 'p-1-q' }],
    ['name keys', '((x)): 1', [file('x: k')], { k: 1 }],
    ['walk into maps and lists', 'a: ((x.y.1))', [file('x: {y: [p, q]}')], { a: 'q' }],
    ['take a bang and a blank', 'a: ((!x))\nb: (( x ))\nc: "t (( x ))"', [file('x: 1')], { a: 1, b: 1, c: 't (( x ))' }],
    ['stay when unset', 'a: ((x))\nb: p((/q/r))', [], { a: '((x))', b: 'p((/q/r))' }],
    ['are not read twice', 'a: ((x))', [file('x: ((y))\ny: 1')], { a: '((y))' }],
    ['prefer the first source', 'a: ((x))', [file('x: 1'), file('x: 2')], { a: 1 }],
    [
      'read flags as YAML',
      'a: ((x))\nb: ((y))\nc: ((z))',
      [variableFlag('x=yes'), variableFlag('y="010"'), variableFlag('z= text # all')],
      { a: true, b: '010', c: ' text # all' },
    ],
    ...[
      '::1',
      '2001:db8::',
      '2001:DB8:0::A',
      '1:2:3:4:5:6:7:8',
      'fe80::1%eth0',
      '2001:db8::/64',
      '2001:db8::1 - 2001:db8::f',
      '10.0.9.165',
    ].map((ip): [string, string, VariableSource[], Json] => [
      `leave ${ip} an address`,
      'flag: ((ip))\nlist: [((ip))]\ntext: "[((ip))]:80"\nenv: ((env))\nfile: ((file))',
      [variableFlag(`ip=${ip}`), variablesEnvironment('E', { E_env: ip }), variablesFile(parseYaml(`file: ${ip}`, 'vars.yml', go))],
      { flag: ip, list: [ip], text: `[${ip}]:80`, env: ip, file: ip },
    ]),
    ['nest dots', 'a: ((x.y))\nb: ((x.z))', [variableFlag('x.y=1'), variableFlag('x.z=2')], { a: 1, b: 2 }],
    ['come from files', 'a: ((x))', [variableFile('x=p.pem', 'line\n')], { a: 'line\n' }],
    ['come from the environment', 'a: ((x_Y))', [variablesEnvironment('P', { P_x_Y: '12', Q_x: '1' })], { a: 12 }],
  ])('%s', async (_name, template, sources, expected) => expect(await withVars(template, ...sources)).toEqual(expected));

  it('refuses a missing key and a map inside a text, where they are asked for', async () => {
    expect(await refused(withVars('a: 1\nb: ((x.z))', file('x: {y: 1}')))).toMatchObject({
      code: 'VariableKeyMissing',
      where: { document: 't.yml', line: 2 },
    });
    expect(await refused(withVars('a: p((x))', file('x: {y: s3cret}')))).toMatchObject({
      code: 'InvalidInterpolation',
      message: expect.not.stringContaining('s3cret'),
    });
  });

  it('lists what is missing and what is unused', async () => {
    const options = { sources: [file('{u: 1, v: 2}')], errorOnMissing: true };
    expect(await refused(run('a: ((q))((p)) ((u))', options))).toMatchObject({ code: 'MissingVariables', details: { names: ['p', 'q'] } });
    expect(await refused(run('a: ((u))', { ...options, errorOnUnused: true }))).toMatchObject({
      code: 'UnusedVariables',
      details: { names: ['v'] },
    });
  });

  it('makes typed definitions, the needed first, and leaves those it cannot', async () => {
    const made: string[] = [];
    const store: VariableStore = {
      get: (name) => (name === 'old' ? 'kept' : undefined),
      names: () => ['old'],
      generate: async (name, type, options) => {
        made.push(`${name} ${type} ${JSON.stringify(options)}`);
        return { certificate: `${name}!` };
      },
    };
    const template =
      'a: ((leaf.certificate))\nb: ((old))\nvariables:\n- {name: leaf, type: certificate, options: {ca: root, common_name: ((cn))}}\n- {name: root, type: certificate}\n- {name: old, type: password}';
    expect(await run(template, { store, sources: [file('cn: x')] })).toEqual({ a: 'leaf!', b: 'kept', variables: [] });
    expect(made).toEqual(['root certificate {}', 'leaf certificate {"ca":"root","common_name":"x"}']);
    expect(await run('a: ((p))\nvariables: [{name: p, type: password}]')).toEqual({
      a: '((p))',
      variables: [{ name: 'p', type: 'password' }],
    });
    const loop = 'variables: [{name: a, type: t, options: {x: ((b))}}, {name: b, type: t, options: {x: ((a))}}]';
    expect(await refused(run(loop, { store }))).toMatchObject({ code: 'VariableRecursion' });
  });
});

describe('path and origin', () => {
  it('finds a part', async () => {
    expect(await run('a: [{n: x, v: 1}]', { path: '/a/n=x/v' })).toBe(1);
    expect(await refused(run('a: 1', { path: '/b' }))).toMatchObject({ code: 'PathNotFound' });
  });

  it('knows where each value was written', async () => {
    const template = parseYaml('a:\n- 1\n- 2\nb:\n  c: ((x.y))\n', 't.yml');
    const ops = parseYaml('- type: replace\n  path: /a/0:before\n  value: 9\n', 'o.yml');
    const result = await interpolate(template, { opsFiles: [ops], sources: [variablesFile(parseYaml('\nx:\n  y: {z: 1}', 'v.yml'))] });
    expect(result.value).toEqual({ a: [9, 1, 2], b: { c: { z: 1 } } });
    expect(result.origin('/a/0')).toEqual({ document: 'o.yml', line: 3, column: 3 });
    expect(result.origin('/a/2')).toEqual({ document: 't.yml', line: 3, column: 3 });
    expect(result.origin('/b/c/z')).toEqual({ document: 'v.yml', line: 3, column: 7 });
    expect(result.origin('/b/nothing')).toEqual({ document: 't.yml', line: 4, column: 1 });
  });
});
