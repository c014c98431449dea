import { expect, test } from 'vitest';
import { decide } from './decide.js';
import type { Desired } from './desired.js';
import { place } from './place.js';
import type { InstanceStep } from './plan.js';
import { carriedOut, cloudText, desire, emptySnapshot, type GroupText, madeAt, manifestText, sameHashes } from './scenario.test.support.js';
import type { InstanceSnapshot } from './snapshot.js';

const web: GroupText = { name: 'web', instances: 1, azs: ['z1'], networks: '[{name: v4}]', disk: true };
const larger = cloudText.replace('disk_size: 64', 'disk_size: 65');

function step(asked: Partial<Desired>, prepare: (web: InstanceSnapshot) => void = () => {}, group = web, cloud = cloudText): InstanceStep {
  const snapshot = carriedOut(place(emptySnapshot, desire(manifestText([web]))));
  snapshot.instances.forEach(prepare);
  const placement = place(snapshot, { ...desire(manifestText([group]), cloud), ...asked });
  const [only] = decide(placement, sameHashes(placement)).instances;
  if (only === undefined) throw new Error('nothing was planned');
  return only;
}

const told = ({ action, disk, changes }: InstanceStep): string =>
  [`${action} ${disk}`, ...changes.map(({ kind, reason }) => `${kind}: ${reason}`)].join('; ');

const before = (milliseconds: number): Partial<Desired> => ({ recreate: true, recreateCreatedBefore: madeAt + milliseconds });

test('a VM that is old enough is made anew, and the reason has both times', () => {
  expect(told(step(before(1500)))).toBe(
    'recreate keep; recreate: its VM was made at 2026-01-02T03:04:05Z, before 2026-01-02T03:04:06.500Z',
  );
});

test('one of that very time, or a younger one, is not, whether the deploy or a change of state asks', () => {
  expect(told(step(before(0)))).toBe('none keep');
  const asked = { recreateCreatedBefore: madeAt, stateChange: { group: 'web', to: 'recreate' } as const };
  expect(told(step(asked))).toBe('none keep');
  expect(step({ ...asked, recreateCreatedBefore: madeAt + 1 }).action).toBe('recreate');
});

test('a young one is still changed as it has to be', () => {
  expect(told(step(before(0), undefined, web, larger))).toBe('update replace; persistent_disk: persistent disk of 64 MiB becomes 65 MiB');
});

test('what was cut off is made anew at any age', () => {
  const dirty = (instance: InstanceSnapshot): void => {
    instance.updateCompleted = false;
  };
  expect(step(before(0), dirty).changes.map(({ kind }) => kind)).toEqual(['dirty', 'recreate']);
});

test('a time alone makes nothing anew', () => {
  expect(told(step({ recreateCreatedBefore: madeAt + 1 }))).toBe('none keep');
});

const disks = { recreatePersistentDisks: true };

test('a disk that nothing is wrong with is replaced on the VM that has it', () => {
  expect(told(step(disks))).toBe('update replace; recreate_persistent_disks: a new persistent disk was asked for');
  expect(told(step({ ...disks, recreate: true }))).toMatch(/^recreate replace; recreate: .*; recreate_persistent_disks: /);
  const lost = (instance: InstanceSnapshot): void => {
    delete instance.vm;
  };
  expect(step(disks, lost)).toMatchObject({ action: 'create', disk: 'replace' });
});

test('no disk is made where there is none, or none is wanted', () => {
  const bare = (instance: InstanceSnapshot): void => {
    delete instance.disk;
  };
  expect(told(step(disks, bare, { ...web, disk: false }))).toBe('none none');
  expect(told(step(disks, bare))).toBe('update create; persistent_disk: it needs a persistent disk of 64 MiB');
  expect(told(step(disks, undefined, { ...web, disk: false }))).toBe(
    'update orphan; persistent_disk: it needs no persistent disk any more',
  );
});

test('what is ignored, or rests, keeps its disk', () => {
  const set = (change: Partial<InstanceSnapshot>) => (instance: InstanceSnapshot) =>
    void Object.assign(instance, change, { vm: { ...instance.vm, jobState: 'stopped' } });
  expect(told(step(disks, set({ ignore: true })))).toBe('none keep');
  expect(told(step(disks, set({ ignore: true }), web, larger))).toBe('none keep');
  expect(told(step(disks, set({ state: 'stopped' })))).toBe('none keep');
});
