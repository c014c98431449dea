import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AgentBehaviour } from './fake-agent.test.support.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const settings = (digest: string): unknown[] => [{ trusted_certs: digest === '' ? '' : `PEM ${digest}`, disk_associations: [] }];
const agents = () => [...h.cpi.vms.values()].map(({ agent }) => agent);
const first = () => agents()[0] as ReturnType<typeof agents>[number];
const stored = async (): Promise<(string | null)[]> => (await h.store.read.vms.all()).map(({ trustedCerts }) => trustedCerts);
const deployed = async (options: object = {}, text = manifest): Promise<void> =>
  expect(await h.deploy(text, options)).toMatchObject({ state: 'done' });
const asked = (calls = first().calls): string[] => calls.filter((call) => call === 'update_settings');

test('without certificates no agent is asked', async () => {
  await deployed();
  await deployed({}, manifest.replace('nginx_conf: one', 'nginx_conf: two'));
  expect(asked()).toEqual([]);
  expect(await stored()).toEqual([null]);
});

test('every new VM is told, those that compile too, before anything is applied or compiled', async () => {
  const told: string[] = [];
  h.cpi.compilation = { onCall: (call) => void told.push(call) };
  h.trust('a');
  await deployed();
  expect(told.filter((call) => call !== 'ping')).toEqual([
    'update_settings',
    'compile_package_with_signed_url',
    'compile_package_with_signed_url',
  ]);
  expect(first().settings).toEqual(settings('a'));
  expect(asked()).toHaveLength(1);
  expect(first().calls.indexOf('update_settings')).toBeLessThan(first().calls.indexOf('apply'));
  expect(await stored()).toEqual(['a']);
});

test('other certificates reach the VM that is there between stop and start; with the same a deploy does nothing', async () => {
  h.trust('a');
  await deployed();
  const [cid] = h.cpi.vms.keys();
  for (const [digest, row] of [
    ['b', 'b'],
    [undefined, null],
    ['c', 'c'],
  ] as const) {
    h.trust(digest);
    first().calls.length = 0;
    const task = await h.deploy(manifest);
    expect(await h.stages(task)).toContain('Updating instance');
    const { calls } = first();
    expect(asked(calls)).toHaveLength(1);
    expect(calls.indexOf('stop')).toBeLessThan(calls.indexOf('update_settings'));
    expect(calls.indexOf('update_settings')).toBeLessThan(calls.indexOf('start'));
    expect(first().settings).toEqual(settings(digest ?? ''));
    expect(await stored()).toEqual([row]);
    calls.length = 0;
    expect(await h.stages(await h.deploy(manifest))).not.toContain('Updating instance');
    expect(asked()).toEqual([]);
  }
  expect([...h.cpi.vms.keys()]).toEqual([cid]);
});

test('a new VM has the newest, whoever makes it: recreate, one instance alone, a problem that is resolved', async () => {
  h.trust('a');
  await deployed();
  h.trust('b');
  await deployed({ recreate: true });
  expect([first().settings, asked().length]).toEqual([settings('b'), 1]);
  const [row] = await h.store.read.instances.all();
  h.trust('c');
  expect(await h.run('update_instance', { deployment: 'nginx', instanceId: row?.id, action: 'recreate' })).toMatchObject({ state: 'done' });
  expect([first().settings, asked().length]).toEqual([settings('c'), 1]);
  h.trust('d');
  h.cpi.lose([...h.cpi.vms.keys()][0] ?? '');
  expect(await h.run('cck_scan_and_fix', { deployment: 'nginx', jobs: { nginx: [row?.uuid] } })).toMatchObject({ state: 'done' });
  expect([first()?.settings, await stored()]).toEqual([settings('d'), ['d']]);
});

test('a restart of one instance alone gives its VM the newest', async () => {
  await deployed();
  h.trust('a');
  const [row] = await h.store.read.instances.all();
  expect(await h.run('update_instance', { deployment: 'nginx', instanceId: row?.id, action: 'restart' })).toMatchObject({ state: 'done' });
  expect([first().settings, await stored()]).toEqual([settings('a'), ['a']]);
});

test('a VM that waited beside another while the certificates changed has the newest once it serves', async () => {
  const text = manifest
    .replace('static_ips: [10.0.9.165]', '')
    .replace(', static_ips: ["2601:0646:0100:69f1:0000:0000:0000:0165"]', '')
    .replace('canaries: 1,', 'canaries: 1, vm_strategy: create-swap-delete,');
  h.trust('a');
  await deployed({}, text);
  const failing: AgentBehaviour = { failMethods: ['prepare'] };
  h.cpi.behaviour = failing;
  expect(await h.deploy(text, { recreate: true })).toMatchObject({ state: 'error' });
  expect(await stored()).toEqual(['a', 'a']);
  delete failing.failMethods;
  const spare = agents()[1];
  h.trust('b');
  await deployed({ recreate: true }, text);
  expect(spare?.settings).toEqual(settings('b'));
  expect(await stored()).toEqual(['b']);
});

test('an agent that fails leaves a VM of which nobody knows, also once the configuration is as it was', async () => {
  h.trust('a');
  await deployed();
  h.trust('b');
  h.cpi.behaviour.failMethods = ['update_settings'];
  expect(await h.deploy(manifest)).toMatchObject({ state: 'error' });
  expect(await stored()).toEqual(['unknown']);
  delete h.cpi.behaviour.failMethods;
  h.trust('a');
  first().calls.length = 0;
  await deployed();
  expect([first().settings, asked().length, await stored()]).toEqual([settings('a'), 1, ['a']]);
});

test('while an agent is being told, of a new VM too, nobody knows what it has', async () => {
  const meanwhile: unknown[] = [];
  h.cpi.behaviour.onCall = async (call) => void (call === 'update_settings' && meanwhile.push(...(await stored())));
  for (const digest of ['a', 'b', undefined]) {
    h.trust(digest);
    await deployed();
  }
  expect(meanwhile).toEqual(['unknown', 'unknown', 'unknown']);
});

test('a new VM whose agent fails is deleted', async () => {
  h.trust('a');
  h.cpi.behaviour.failMethods = ['update_settings'];
  expect(await h.deploy(manifest)).toMatchObject({ state: 'error', result: expect.stringContaining('update_settings') });
  expect([...h.cpi.vms.keys()]).toEqual([]);
});

test('that nobody knows is on the disk before the agent is asked', async () => {
  await deployed();
  h.trust('a');
  const durable = vi.spyOn(h.store, 'durable').mockRejectedValue(new Error('the disk is gone'));
  expect(await h.deploy(manifest)).toMatchObject({ state: 'error' });
  durable.mockRestore();
  expect(asked()).toEqual([]);
  await deployed();
  expect(await stored()).toEqual(['a']);
});

test('a stopped instance is told when it is started', async () => {
  await deployed();
  const state = (to: string) => ({ stored: true, stateChange: { group: '*', state: to } });
  await deployed({ ...state('stopped') });
  h.trust('a');
  await deployed();
  expect(asked()).toEqual([]);
  await deployed({ ...state('started') });
  expect([first().settings, await stored()]).toEqual([settings('a'), ['a']]);
});

test('an agent that is too old to be told fails nothing, is warned of, and is not told again', async () => {
  h.cpi.behaviour = { unknownMethods: ['update_settings'] };
  h.trust('a');
  const task = await h.deploy(manifest);
  expect(task).toMatchObject({ state: 'done' });
  expect(await h.output(task, 'event')).toMatch(/"type":"warning".*too old/);
  expect(await h.stages(await h.deploy(manifest))).not.toContain('Updating instance');
});
