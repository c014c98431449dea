import { expect, test } from 'vitest';
import { decide } from './decide.js';
import type { Desired } from './desired.js';
import { place } from './place.js';
import type { Plan } from './plan.js';
import { carriedOut, cloudText, desire, emptySnapshot, type GroupText, manifestText, sameHashes } from './scenario.test.support.js';
import type { InstanceSnapshot } from './snapshot.js';
import type { StateChange } from './wanted-state.js';

const groups: GroupText[] = ['web', 'db'].map((name) => ({ name, instances: 1, azs: ['z1'], networks: '[{name: v4}]', disk: true }));

function after(
  stateChange: StateChange | undefined,
  change: (web: InstanceSnapshot) => void = () => {},
  cloud = cloudText,
  asked: Partial<Desired> = {},
): Plan {
  const snapshot = carriedOut(place(emptySnapshot, desire(manifestText(groups))));
  const web = snapshot.instances.find(({ group }) => group === 'web');
  if (web !== undefined) change(web);
  const placement = place(snapshot, {
    ...desire(manifestText(groups), cloud),
    ...asked,
    ...(stateChange === undefined ? {} : { stateChange }),
  });
  return decide(placement, sameHashes(placement));
}

const actions = ({ instances }: Plan): string => instances.map(({ group, action, disk }) => `${group} ${action} ${disk}`).join(', ');

const left =
  (state: 'stopped' | 'detached', jobState = 'stopped') =>
  (web: InstanceSnapshot): void => {
    web.state = state;
    if (state === 'detached') delete web.vm;
    else if (web.vm !== undefined) web.vm.jobState = jobState;
  };

test('a group is stopped, detached, restarted or made anew, and no other group', () => {
  expect(actions(after({ group: 'web', to: 'stopped' }))).toBe('web stop keep, db none keep');
  expect(actions(after({ group: 'web', to: 'detached' }))).toBe('web detach keep, db none keep');
  expect(actions(after({ group: 'web', to: 'restart' }))).toBe('web restart keep, db none keep');
  expect(actions(after({ group: 'web', to: 'recreate' }))).toBe('web recreate keep, db none keep');
  expect(actions(after({ to: 'stopped' }))).toBe('web stop keep, db stop keep');
  expect(actions(after({ group: 'web', uuid: 'another', to: 'stopped' }))).toBe('web none keep, db none keep');
});

const larger = cloudText.replace('cpu: 1', 'cpu: 2').replace('disk_size: 64', 'disk_size: 65');
const reasons = ({ instances }: Plan): string[] =>
  instances.flatMap(({ group, changes }) => (group === 'web' ? changes : [])).map(({ reason }) => reason);

test('what was stopped or detached stays so in later deploys, and its other changes wait, which the plan tells', () => {
  for (const state of ['stopped', 'detached'] as const) {
    const plan = after(undefined, left(state), larger);
    expect(actions(plan)).toBe('web wait keep, db recreate replace');
    expect(plan.isNoop).toBe(false);
    expect(reasons(plan)).toEqual(['cloud properties changed: cpu', 'persistent disk of 64 MiB becomes 65 MiB']);
    expect(actions(after(undefined, left(state)))).toBe('web none keep, db none keep');
    expect(after(undefined, left(state)).isNoop).toBe(true);
  }
  expect(actions(after({ group: 'web', to: 'started' }, left('stopped'), larger))).toBe('web recreate replace, db recreate replace');
});

test('one that rests after an update that did not end waits too; what is asked for once is not promised to it', () => {
  const cutOff = (web: InstanceSnapshot): void => {
    left('stopped')(web);
    web.updateCompleted = false;
  };
  expect(actions(after(undefined, cutOff))).toBe('web wait keep, db none keep');
  expect(reasons(after(undefined, cutOff))).toEqual(['its last update did not complete']);
  const asked = { recreate: true, recreatePersistentDisks: true } as const;
  expect(actions(after(undefined, left('stopped'), cloudText, asked))).toBe('web none keep, db recreate replace');
});

test('one that got its VM while it rests is compared with what that has', () => {
  const made =
    (cpu: number) =>
    (web: InstanceSnapshot): void => {
      left('stopped')(web);
      if (web.vm !== undefined) web.vm.cloudProperties = { cpu };
    };
  const faster = cloudText.replace('cpu: 1', 'cpu: 2');
  expect(reasons(after(undefined, made(2), faster))).toEqual([]);
  expect(actions(after({ group: 'web', to: 'started' }, made(2), faster))).toBe('web update keep, db recreate keep');
  expect(reasons(after(undefined, made(2)))).toEqual(['cloud properties changed: cpu']);
  expect(actions(after({ group: 'web', to: 'started' }, made(2)))).toBe('web recreate keep, db none keep');
});

test('tags of a stopped one change at once, those of a detached one when it has a VM again', () => {
  const tagged =
    (state: 'stopped' | 'detached') =>
    (web: InstanceSnapshot): void => {
      left(state)(web);
      if (web.applied !== undefined) web.applied.tags = { owner: 'me' };
    };
  expect(actions(after(undefined, tagged('stopped')))).toBe('web metadata keep, db none keep');
  expect(actions(after(undefined, tagged('detached')))).toBe('web wait keep, db none keep');
  expect(actions(after(undefined, tagged('stopped'), larger))).toBe('web wait keep, db recreate replace');
});

test('what is stopped now is told what waits, too', () => {
  expect(reasons(after({ group: 'web', to: 'stopped' }, undefined, larger))).toEqual([
    'its jobs are to be stopped',
    'cloud properties changed: cpu',
    'persistent disk of 64 MiB becomes 65 MiB',
  ]);
  expect(actions(after({ group: 'web', to: 'stopped' }, undefined, larger))).toBe('web stop keep, db recreate replace');
});

test('one that was stopped, and runs, is stopped again; one without a VM gets it and stays stopped', () => {
  expect(actions(after(undefined, left('stopped', 'running')))).toBe('web stop keep, db none keep');
  expect(actions(after({ group: 'web', to: 'stopped' }, left('detached')))).toBe('web create keep, db none keep');
});

test('started again: in place from stopped, also when its jobs run; on a new VM from detached', () => {
  expect(actions(after({ group: 'web', to: 'started' }, left('stopped')))).toBe('web update keep, db none keep');
  expect(actions(after({ to: 'restart' }, left('stopped', 'running')))).toBe('web update keep, db restart keep');
  expect(actions(after({ to: 'started' }, left('detached')))).toBe('web create keep, db none keep');
});

test('an ignored instance keeps its state', () => {
  const ignored = (web: InstanceSnapshot): void => {
    web.ignore = true;
  };
  expect(actions(after({ to: 'stopped' }, ignored))).toBe('web none keep, db stop keep');
});
