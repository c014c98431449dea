import { expect, test } from 'vitest';
import { decide } from './decide.js';
import { envHashes } from './env-hashes.js';
import { place } from './place.js';
import type { Plan } from './plan.js';
import { carriedOut, cloudText, desire, emptySnapshot, type GroupText, manifestText, sameHashes } from './scenario.test.support.js';

const web: GroupText = { name: 'web', instances: 1, azs: ['z1'], networks: '[{name: v4, static_ips: [10.0.0.50]}]', disk: true };

function after(change: {
  group?: Partial<GroupText>;
  cloud?: string;
  hash?: string;
  prepare?: (snapshot: ReturnType<typeof carriedOut>) => void;
}): Plan {
  const snapshot = carriedOut(place(emptySnapshot, desire(manifestText([web]))));
  change.prepare?.(snapshot);
  const placement = place(snapshot, desire(manifestText([{ ...web, ...change.group }]), change.cloud));
  return decide(placement, sameHashes(placement, change.hash));
}

const only = (plan: Plan) => ({
  action: plan.instances[0]?.action,
  kinds: plan.instances[0]?.changes.map(({ kind }) => kind),
  disk: plan.instances[0]?.disk,
});

test('a first deploy compiles dependencies first and creates', () => {
  const placement = place(emptySnapshot, desire(manifestText([web])));
  const plan = decide(placement, sameHashes(placement));
  expect(plan.compile.map(({ title }) => title)).toEqual(['base/b1', 'app/a1']);
  expect(plan.compile[1]?.dependencies.map(({ name }) => name)).toEqual(['base']);
  expect(only(plan)).toEqual({ action: 'create', kinds: ['new'], disk: 'create' });
});

test('another hash of templates updates in place', () => {
  expect(only(after({ hash: 'other' }))).toEqual({ action: 'update', kinds: ['configuration'], disk: 'keep' });
});

test('another address makes a new VM and keeps the disk', () => {
  const plan = after({ group: { networks: '[{name: v4, static_ips: [10.0.0.51]}]' } });
  expect(only(plan)).toEqual({ action: 'recreate', kinds: ['network'], disk: 'keep' });
  expect(plan.instances[0]?.changes[0]?.reason).toBe('it gets 10.0.0.51 and loses 10.0.0.50');
  expect(plan.instances[0]?.changes[0]?.values).toEqual([{ name: 'v4.ip', before: '10.0.0.50', after: '10.0.0.51' }]);
});

test('the same address in another spelling is the same address', () => {
  const v6 = (address: string): GroupText => ({ ...web, networks: `[{name: v6, static_ips: ["${address}"]}]` });
  const snapshot = carriedOut(place(emptySnapshot, desire(manifestText([v6('fd00:1::50')]))));
  const placement = place(snapshot, desire(manifestText([v6('FD00:0001:0000::0:50')])));
  expect(decide(placement, sameHashes(placement)).isNoop).toBe(true);
});

test('other settings of a network make a new VM though the address stays', () => {
  expect(only(after({ cloud: cloudText.replace('gateway: 10.0.0.1,', 'gateway: 10.0.0.2,') }))).toEqual({
    action: 'recreate',
    kinds: ['network'],
    disk: 'keep',
  });
});

test('other cloud properties make a new VM; the reason names the key only', () => {
  const plan = after({ cloud: cloudText.replace('{cpu: 1}', '{cpu: 4}') });
  expect(only(plan)).toEqual({ action: 'recreate', kinds: ['cloud_properties'], disk: 'keep' });
  expect(plan.instances[0]?.changes[0]).toMatchObject({
    reason: 'cloud properties changed: cpu',
    values: [{ name: 'cpu', before: 1, after: 4 }],
  });
});

test('a larger disk replaces, none orphans', () => {
  expect(only(after({ cloud: cloudText.replace('disk_size: 64', 'disk_size: 65') }))).toMatchObject({ action: 'update', disk: 'replace' });
  expect(only(after({ group: { disk: false } }))).toMatchObject({ action: 'update', disk: 'orphan' });
});

test('an unfinished update is repeated; a silent agent gets a new VM; a missing VM is made', () => {
  const set = (change: (instance: ReturnType<typeof carriedOut>['instances'][number]) => void) =>
    only(after({ prepare: ({ instances: [first] }) => first && change(first) }));
  expect(
    set((instance) => {
      instance.updateCompleted = false;
    }),
  ).toMatchObject({ action: 'update', kinds: ['dirty'] });
  expect(
    set((instance) => {
      instance.updateCompleted = false;
      // as a CPI answers that says which NIC it made
      if (instance.vm) instance.vm.networks = { v4: { ...instance.vm.networks.v4, mac: '02:00:00:00:00:01' } };
    }),
  ).toMatchObject({ action: 'update', kinds: ['dirty'] });
  expect(
    set(({ vm }) => {
      if (vm) vm.jobState = 'unresponsive';
    }),
  ).toMatchObject({ action: 'recreate', kinds: ['state'] });
  expect(
    set(({ vm }) => {
      if (vm) vm.jobState = 'gone';
    }),
  ).toEqual({ action: 'recreate', kinds: ['missing_vm'], disk: 'keep' });
  expect(
    set((instance) => {
      delete instance.vm;
    }),
  ).toMatchObject({ action: 'create', kinds: ['missing_vm'] });
});

test('what the manifest no longer has is deleted, with the reason', () => {
  const plan = after({ group: { instances: 0, networks: '[{name: v4}]' } });
  expect(plan.delete.map(({ reason }) => reason)).toEqual(["instance group 'web' has fewer instances now"]);
  expect(after({ group: { name: 'other', networks: '[{name: v4}]' } }).delete[0]?.reason).toBe(
    "instance group 'web' is no longer in the manifest",
  );
});

test("another env makes a new VM; the plan names the key and holds no value, the old one's neither", () => {
  const withEnv = (secret: string) =>
    manifestText([web]).replace('vm_type: small', `vm_type: small, env: {bosh: {password: ${secret}}, keep: 1}`);
  const snapshot = carriedOut(place(emptySnapshot, desire(withEnv('hunter2'))));
  expect(JSON.stringify(snapshot)).not.toContain('hunter2');
  const same = place(snapshot, desire(withEnv('hunter2')));
  expect(decide(same, sameHashes(same)).isNoop).toBe(true);
  const placement = place(snapshot, desire(withEnv('hunter3')));
  const plan = decide(placement, sameHashes(placement));
  expect(plan.instances[0]).toMatchObject({
    action: 'recreate',
    changes: [{ kind: 'env', reason: 'env changed: bosh', values: [{ name: 'bosh' }] }],
  });
  expect(JSON.stringify(plan)).not.toContain('hunter');
});

test('other tags are metadata: no job stops for them; with anything else they go along', () => {
  const tagged = (tags: string) => `${manifestText([web]).replace('vm_type: small', 'vm_type: small, tags: {own: a}')}tags: ${tags}\n`;
  const snapshot = carriedOut(place(emptySnapshot, desire(tagged('{a: b}'))));
  const decided = (tags: string, hash?: string) => {
    const placement = place(snapshot, desire(tagged(tags)));
    return decide(placement, sameHashes(placement, hash)).instances[0];
  };
  expect(decided('{a: b}')?.action).toBe('none');
  expect(decided('{a: c, own: b}')).toMatchObject({
    action: 'metadata',
    changes: [{ kind: 'tags', reason: 'its tags changed: a', values: [{ name: 'a', before: 'b', after: 'c' }] }],
  });
  expect(decided('{a: c}', 'other')).toMatchObject({ action: 'update', changes: [{ kind: 'configuration' }, { kind: 'tags' }] });
});

test('the order of the keys of env does not count', () => {
  expect(envHashes({ a: { x: 1, y: [null, 'z'] } })).toEqual(envHashes({ a: { y: [null, 'z'], x: 1 } }));
  expect(envHashes({ a: '1' })).not.toEqual(envHashes({ a: 1 }));
});
