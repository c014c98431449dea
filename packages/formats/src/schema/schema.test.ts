import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { detectKind } from '../lint/detect-kind.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { descriptions } from './descriptions.js';
import { type JsonSchema, jsonSchema } from './json-schema.js';
import { type DocumentKind, kindNames } from './kinds.js';

const root = new URL('../../../../', import.meta.url);
const fixtures = new URL('e2e/fixtures/', root);
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^manifests\/.*\.yml$|^post\/cloud.*\.yml$|^releases\/\w+\/(jobs|packages)\/[\w-]+\/spec$/.test(file),
);
const check = (kind: DocumentKind, value: unknown): boolean =>
  new Ajv({ strict: true, allowUnionTypes: true }).validate(jsonSchema(kind), value);

describe('the JSON Schemas', () => {
  it.each(kindNames)('%s is the one in docs/reference/schemas (npm run schemas writes them)', (kind) => {
    expect(JSON.parse(readFileSync(new URL(`docs/reference/schemas/${kind}.json`, root), 'utf8'))).toEqual(jsonSchema(kind));
  });

  it('are all there, and no others', () => {
    expect(readdirSync(new URL('docs/reference/schemas/', root)).sort()).toEqual(kindNames.map((kind) => `${kind}.json`).sort());
  });

  it('describe every key, and describe no key that is not there', () => {
    const named = new Set<string>();
    const walk = (schema: JsonSchema, parent: string): void => {
      for (const [key, inner] of Object.entries(schema.properties ?? {})) {
        named.add(`${parent}.${key}`);
        walk(inner, key);
      }
      for (const inner of [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])])
        if (typeof inner === 'object') walk(inner, parent);
    };
    for (const kind of kindNames) walk(jsonSchema(kind), kind);
    const described = Object.entries(descriptions).flatMap(([parent, keys]) => Object.keys(keys).map((key) => `${parent}.${key}`));
    expect([...named].sort()).toEqual(described.sort());
  });

  it('are right for every fixture, by another validator', () => {
    expect(files.length).toBeGreaterThan(40);
    const wrong = files.filter((file) => {
      const { value } = parseYaml(readFileSync(new URL(file, fixtures), 'utf8'), file);
      const kind = detectKind(value, file);
      return kind === undefined || !check(kind, value);
    });
    expect(wrong).toEqual([]);
  });

  it.each<[DocumentKind, unknown]>([
    ['manifest', { name: 'a' }],
    ['manifest', { ...manifest(), instance_groups: [{ ...group(), instances: '2' }] }],
    ['manifest', { ...manifest(), instance_groups: [{ ...group(), lifecycle: 'erand' }] }],
    ['cloud-config', { azs: { name: 'z1' } }],
    ['cloud-config', { compilation: { workers: 0, network: 'a' } }],
    ['cpi-config', {}],
    ['runtime-config', { releases: [{ name: 'a' }] }],
    ['resurrection-config', { rules: [{}] }],
    ['ops-file', [{ type: 'replace' }]],
    ['job-spec', { templates: {} }],
    ['package-spec', { name: 'a', files: 'b' }],
  ])('%s refuses what BOSH refuses: %j', (kind, value) => expect(check(kind, value)).toBe(false));

  it('take variables for anything, and keys that BOSH does not know', () => {
    expect(
      check('manifest', { ...manifest(), instance_groups: [{ ...group(), instances: '((n))', networks: '((networks))', own: 1 }] }),
    ).toBe(true);
    expect(check('manifest', { ...manifest(), instance_groups: [{ ...group(), lifecycle: '((which))' }] })).toBe(true);
  });
});

function manifest(): object {
  const update = { canaries: 1, max_in_flight: '10%', canary_watch_time: 1, update_watch_time: '1-2' };
  return { name: 'a', releases: [], stemcells: [{ alias: 'a', os: 'o', version: 1.5 }], update };
}

function group(): object {
  return { name: 'g', instances: 1, jobs: [], stemcell: 'a', vm_type: 'v', networks: [{ name: 'n' }] };
}
