import { expect, test } from 'vitest';
import { propertyDifferences } from './property-differences.js';

const manifest = (jobs: object[], more: object = {}, group = 'web') => ({ instance_groups: [{ name: group, jobs, ...more }] }) as never;

test('names the paths that differ, down to the value; lists are told whole', () => {
  const before = manifest([{ name: 'a', properties: { tls: { key: 'x', port: 1 }, list: [1], gone: 1 } }]);
  const after = manifest([{ name: 'a', properties: { tls: { key: 'y', port: 1 }, list: [1, 2], come: { deep: '((pw))' } } }]);
  expect(propertyDifferences(before, after, 'web')).toEqual([
    { name: 'a.come.deep', after: '((pw))' },
    { name: 'a.gone', before: 1 },
    { name: 'a.list', before: [1], after: [1, 2] },
    { name: 'a.tls.key', before: 'x', after: 'y' },
  ]);
});

test('those of the group and of the deployment count too, those of other groups do not', () => {
  const before = { ...(manifest([{ name: 'a' }], { properties: { x: 1 } }) as object), properties: { x: 0, y: 0 } } as never;
  const after = { ...(manifest([{ name: 'a' }], { properties: { x: 2 } }) as object), properties: { x: 5, y: 1 } } as never;
  expect(propertyDifferences(before, after, 'web')).toEqual([
    { name: 'x', before: 1, after: 2 },
    { name: 'y', before: 0, after: 1 },
  ]);
  expect(propertyDifferences(before, after, 'db').map(({ name }) => name)).toEqual(['x', 'y']);
});

test('a group that was renamed is compared with what it was', () => {
  const job = { name: 'a', properties: { x: 1 } };
  expect(propertyDifferences(manifest([job], {}, 'old'), manifest([job], {}, 'new'), 'new', 'old')).toEqual([]);
});

test('a manifest that is none has no properties; an empty map is a value', () => {
  expect(propertyDifferences(null, manifest([{ name: 'a', properties: { x: {} } }]), 'web')).toEqual([{ name: 'a.x', after: {} }]);
});
