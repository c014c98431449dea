import type { DeploymentPlan } from '@bosh6/director-api/client';
import { expect, test } from 'vitest';
import { planText } from './plan-text.js';

const plain = { red: (text: string) => text, yellow: (text: string) => text, green: (text: string) => text };
const coloured = {
  red: (text: string) => `<r>${text}</r>`,
  yellow: (text: string) => `<y>${text}</y>`,
  green: (text: string) => `<g>${text}</g>`,
};

const instance: DeploymentPlan['instances'][number] = {
  group: 'web',
  id: 'a-b',
  index: 0,
  az: 'z1',
  action: 'recreate',
  changes: [
    {
      kind: 'network',
      reason: 'it gets 10.0.9.164 and loses 10.0.9.165',
      values: [{ name: 'default.ip', before: '10.0.9.165', after: '10.0.9.164' }],
    },
    { kind: 'env', reason: 'env changed: bosh', values: [{ name: 'bosh' }] },
  ],
  addresses: [
    { network: 'default', address: '10.0.9.164', state: 'new' },
    { network: 'any', state: 'new' },
    { network: 'ipv6', address: '2001:db8::1', state: 'kept' },
    { network: 'default', address: '10.0.9.165', state: 'released' },
  ],
  vm: 'replace',
  disk: 'keep',
};
const created: DeploymentPlan['instances'][number] = {
  group: 'db',
  id: 'c-d',
  index: 1,
  action: 'create',
  changes: [{ kind: 'new', reason: 'it is new', values: [{ name: 'pw', after: '((pw))', unknown: true }] }],
  addresses: [],
  vm: 'create',
  disk: 'create',
};
const plan: DeploymentPlan = {
  id: 'p1x',
  deployment: 'd',
  is_noop: false,
  instances: [instance, created],
  compile: [{ package: 'app/1', stemcell: 'debian/1.0' }],
  generate: ['pw'],
  warnings: [],
};

test('tells each instance by its group: what becomes of it, why, and every value that differs', () => {
  expect(planText(plan, plain)).toBe(`Instance group 'web'
-/+ web/a-b (0) in z1: recreate: a new VM
      it gets 10.0.9.164 and loses 10.0.9.165
        default.ip: 10.0.9.165 -> 10.0.9.164
      env changed: bosh
        bosh: has another value
      + 10.0.9.164 (default), + an address that the infrastructure chooses (any), 2001:db8::1 (ipv6), - 10.0.9.165 (default)

Instance group 'db'
  + db/c-d (1): create
      it is new
        pw: (none) -> not known before it is generated
      a new disk

Values to generate
  + pw

Packages to compile
  + app/1 for debian/1.0

Instances: 1 to create, 1 to recreate. In all: 2 VMs made, 1 VMs deleted, 1 disks made, 1 packages compiled.
Plan p1x
Carry it out, exactly so or not at all: bosh6 -d d deploy --plan ID MANIFEST, with the same flags.
`);
});

test('of the deployment itself: that it is new, or what of it is another', () => {
  const told = (kind: string, reason: string) =>
    planText({ ...plan, instances: [], compile: [], generate: [], changes: [{ kind, reason, values: [] }] }, coloured);
  expect(told('new', 'it is new')).toBe(`Deployment 'd'
<g>  + it is new</g>

Instances: none.
Plan p1x
Carry it out, exactly so or not at all: bosh6 -d d deploy --plan ID MANIFEST, with the same flags.
`);
  expect(told('manifest', 'its manifest changed: update')).toContain("Deployment 'd'\n<y>  ~ its manifest changed: update</y>\n");
});

test('colours what comes, goes and changes', () => {
  const text = planText(plan, coloured);
  expect(text).toContain('<y>-/+ web/a-b (0) in z1: recreate: a new VM</y>');
  expect(text).toContain('<g>  + db/c-d (1): create</g>');
  expect(text).toContain('default.ip: <r>10.0.9.165</r> -> <g>10.0.9.164</g>');
});

test('nothing of it steers the terminal', () => {
  const evil = 'a\u001b[2Jb\u009b31mc\u0085d';
  const changes = [
    { kind: 'configuration', reason: evil, values: [{ name: evil, before: evil, after: { [evil]: evil } }, { name: evil }] },
  ];
  const addresses = [{ network: evil, address: evil, state: 'kept' as const }];
  const told = { ...instance, group: evil, az: evil, changes, addresses };
  const text = planText(
    { ...plan, deployment: evil, changes, instances: [told], generate: [evil], compile: [{ package: evil, stemcell: evil }] },
    plain,
  );
  expect(text).toContain('abc d');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('two long values are cut where they differ', () => {
  const told = (before: string, after: string): string => {
    const changes = [{ kind: 'configuration', reason: 'r', values: [{ name: 'conf', before, after }] }];
    return planText({ ...plan, instances: [{ ...instance, changes, addresses: [] }] }, plain).match(/conf: (.*)/)?.[1] ?? '';
  };
  const same = 'x'.repeat(99);
  expect(told(`${same}a${same}`, `${same}b`)).toBe(`…${'x'.repeat(20)}a${'x'.repeat(38)}… -> …${'x'.repeat(20)}b`);
  expect(told(same, `${same}!`)).toBe(`…${'x'.repeat(20)} -> …${'x'.repeat(20)}!`);
  expect(told('short', `${'y'.repeat(40)}b${same}`)).toBe(`short -> ${'y'.repeat(40)}b${'x'.repeat(18)}…`);
});

test('cuts long values, and says that nothing would change', () => {
  const value = { name: 'conf', before: 'a\nb', after: 'x'.repeat(99) };
  const long = { ...instance, changes: [{ kind: 'configuration', reason: 'r', values: [value] }] };
  expect(planText({ ...plan, instances: [long] }, plain)).toMatch(/conf: "a\\nb" -> x{59}…\n/);
  const quiet = { ...instance, action: 'none' as const, vm: 'keep' as const, changes: [], addresses: [] };
  expect(planText({ ...plan, is_noop: true, instances: [quiet], compile: [], generate: [] }, plain)).toBe(
    "Instance group 'web'\n    web/a-b (0) in z1: stays as it is\n\nNothing would change: deployment 'd' is as the manifest says.\nPlan p1x\n",
  );
});

test('of one that rests: what waits, and that it does not happen now', () => {
  const changes = [{ kind: 'configuration', reason: 'its rendered templates changed', values: [] }];
  const resting = { ...instance, action: 'wait' as const, vm: 'keep' as const, changes, addresses: [] };
  const told = planText({ ...plan, instances: [resting], compile: [], generate: [] }, plain);
  expect(told).toContain('~ web/a-b (0) in z1: rests, and stays so; it changes when it is started\n      its rendered templates changed\n');
  expect(told).toContain('Instances: 1 to change when they are started.\n');
});
