import { expect, test } from 'vitest';
import { decide } from './decide.js';
import { place } from './place.js';
import type { InstanceStep } from './plan.js';
import { carriedOut, desire, emptySnapshot, type GroupText, manifestText, sameHashes } from './scenario.test.support.js';
import type { InstanceSnapshot } from './snapshot.js';

const web: GroupText = { name: 'web', instances: 1, azs: ['z1'], networks: '[{name: v4}]' };
const text = manifestText([web]);

/** What becomes of an instance whose VM took the certificates of one digest, when the Director has those of another. */
function step(before: string | undefined, after: string | undefined, prepare: (web: InstanceSnapshot) => void = () => {}, hash = 'hash') {
  const [had, has] = [before, after].map((trustedCerts) => (trustedCerts === undefined ? {} : { trustedCerts }));
  const snapshot = carriedOut(place(emptySnapshot, { ...desire(text), ...had }));
  snapshot.instances.forEach(prepare);
  const placement = place(snapshot, { ...desire(text), ...has });
  const [only] = decide(placement, sameHashes(placement, hash)).instances;
  return only as InstanceStep;
}

const told = ({ action, changes }: InstanceStep): string =>
  [action, ...changes.map(({ kind, reason, values }) => `${kind}: ${reason}${values === undefined ? '' : '!'}`)].join('; ');

test.each([
  [undefined, undefined, 'none'],
  ['a', 'a', 'none'],
  [undefined, 'a', 'update; trusted_certs: it is to trust the certificates that the Director has for VMs'],
  ['a', 'b', 'update; trusted_certs: the certificates that it is to trust changed'],
  ['unknown', 'b', 'update; trusted_certs: the certificates that it is to trust changed'],
  ['a', undefined, 'update; trusted_certs: it is to trust no certificates of the Director any more'],
])('a VM that took %s, and a Director that has %s', (before, after, expected) => {
  expect(told(step(before, after))).toBe(expected);
});

test('jobs that are stopped already, or asked to restart, are updated for it all the same', () => {
  const isDown = ({ vm }: InstanceSnapshot): void => {
    if (vm !== undefined) vm.jobState = 'stopped';
  };
  expect(step('a', 'b', isDown)).toMatchObject({ action: 'update', changes: [{ kind: 'state' }, { kind: 'trusted_certs' }] });
  expect(step('a', 'a', isDown)).toMatchObject({ action: 'restart' });
});

test('it is named along with what else changed, in the order of BOSH', () => {
  const untagged = ({ applied }: InstanceSnapshot): void => {
    if (applied !== undefined) applied.tags = { a: 'b' };
  };
  const { changes, action } = step('a', 'b', untagged, 'other');
  expect(changes.map(({ kind }) => kind)).toEqual(['configuration', 'trusted_certs', 'tags']);
  expect(action).toBe('update');
});

test('an instance without a VM and an ignored one are not changed for it, and it waits for a stopped one', () => {
  const without = (instance: InstanceSnapshot): void => void delete instance.vm;
  expect(step('a', 'b', without)).toMatchObject({ action: 'create', changes: [{ kind: 'missing_vm' }] });
  const rests = (instance: InstanceSnapshot): void => {
    instance.state = 'stopped';
    if (instance.vm !== undefined) instance.vm.jobState = 'stopped';
  };
  expect(step('a', 'b', rests)).toMatchObject({ action: 'wait', changes: [{ kind: 'trusted_certs' }] });
  const ignored = (instance: InstanceSnapshot): void => {
    instance.ignore = true;
  };
  expect(step('a', 'b', ignored)).toMatchObject({ action: 'none', changes: [] });
});
