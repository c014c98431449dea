import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertSubject, heartbeatSubject, shutdownSubject } from '@bosh6/agent-protocol';
import { VirtualWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../core/config.js';
import { FakeBus } from '../deploy/fake-bus.test.support.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import type { NewTask } from '../tasks/tasks.js';
import type { HealthAlert } from './alert.js';
import { HealthMonitor } from './monitor.js';

/** Presence too, as an embedded broker has it. */
class PresentBus extends FakeBus {
  readonly listeners = new Set<(presence: { agentId: string; present: boolean }) => void>();
  isPresent(): boolean {
    return true;
  }
  onPresence(listener: (presence: { agentId: string; present: boolean }) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  leave(agentId: string): void {
    for (const tell of this.listeners) tell({ agentId, present: false });
  }
}

let dir: string;
let store: Store;
let world: VirtualWorld;
let bus: PresentBus;
let monitor: HealthMonitor;
let alerts: HealthAlert[];
let tasks: NewTask[];
let ids: number[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-health-'));
  store = await openSqliteStore(join(dir, 'db'));
  world = new VirtualWorld();
  bus = new PresentBus();
  alerts = [];
  tasks = [];
  const key = { certificate: 'c', privateKey: 'k' };
  const config = parseConfig(
    JSON.stringify({
      name: 'd',
      stateDir: 's',
      tls: { ...key, ca: 'c' },
      database: { type: 'sqlite', path: 'db' },
      blobstore: { path: 'b' },
      bus: { embedded: { port: 0 }, ca: key },
      cpi: { type: 'local' },
    }),
    'director.json',
  );
  ids = await deployed('web', 10);
  const log = {
    debug: () => {},
    info: () => {},
    warn: (fields: object, text: string) => expect.fail(`${text}: ${JSON.stringify(fields)}`),
    error: () => {},
  };
  const queue = {
    enqueue: async (task: NewTask) => tasks.push(task),
    cancel: async () => undefined,
    ended: () => Promise.reject(new Error('not here')),
  };
  monitor = new HealthMonitor({ config, log, world, store, tasks: queue, bus, busAuthority: bus }, bus, (alert) => alerts.push(alert));
});
afterEach(async () => {
  await monitor.close();
  await store.close();
  await rm(dir, { recursive: true });
});

/** A deployment of one group whose agents are `<name>-0` and so on; answers with the instances' ids. */
const deployed = (name: string, count: number): Promise<number[]> =>
  store.write(async (tx) => {
    const none = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
    const { id: deploymentId } = await tx.deployments.insert({ name, manifestText: `name: ${name}`, ...none });
    const made: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const at = { deploymentId, group: 'nginx', index, az: null, bootstrap: index === 0, uuid: `${name}-uuid-${index}` };
      const { id: instanceId } = await tx.instances.insert({ ...at, state: 'started', updateCompleted: true, ignore: false, spec: {} });
      const vm = { instanceId, agentId: `${name}-${index}`, cid: `vm-${name}-${index}`, active: true, cpi: '', createdAt: 0 };
      const empty = { env: {}, cloudProperties: {}, networks: {}, permanentCredentials: false };
      await tx.vms.insert({ ...vm, ...empty, stemcellName: 's', stemcellVersion: '1', stemcellApiVersion: 3 });
      made.push(instanceId);
    }
    return made;
  });
const beat = (agentId: string, fields: object = { beat_seconds: 5 }): void =>
  bus.publish(heartbeatSubject(agentId), JSON.stringify({ job: 'nginx', index: 0, job_state: 'running', vitals: {}, ...fields }));
/** Lets time pass second by second, in which all agents beat every five but those in `silent`. */
const pass = async (seconds: number, silent: readonly string[] = [], fields?: object): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    if (second % 5 === 0) for (let n = 0; n < 10; n += 1) if (!silent.includes(`web-${n}`)) beat(`web-${n}`, fields);
    await Promise.resolve();
    world.advance(1000);
    await monitor.look();
  }
};
const titles = (): string[] => alerts.map(({ title }) => title);
const fixed = (): unknown[] => tasks.map(({ payload }) => payload);

test('nobody is missed while all beat', async () => {
  await pass(120);
  expect(alerts).toEqual([]);
  expect(tasks).toEqual([]);
});

test('during the grace after the start nobody is missed; afterwards who never came', async () => {
  await pass(30, ['web-3']);
  expect(alerts).toEqual([]);
  await pass(62, ['web-3']);
  expect(titles()).toEqual(['web-3 has timed out', 'Scan unresponsive VMs']);
  expect(tasks).toMatchObject([{ type: 'cck_scan_and_fix', description: 'scan and fix', user: 'health_monitor', deployment: 'web' }]);
  expect(fixed()).toEqual([{ deployment: 'web', jobs: { nginx: ['web-uuid-3'] } }]);
});

test("our agent is missed after three of its beats, the original's after a minute", async () => {
  await pass(40);
  await pass(10, ['web-3']);
  expect(alerts).toEqual([]);
  await pass(2, ['web-3']);
  expect(titles()).toContain('web-3 has timed out');
  alerts.length = 0;
  await pass(10, [], {});
  await pass(54, ['web-4'], {});
  expect(alerts).toEqual([]);
  await pass(3, ['web-4'], {});
  expect(titles()).toContain('web-4 has timed out');
});

test('a lost connection is followed by a ping: who answers stays, who does not is mended at once', async () => {
  await pass(40);
  bus.subscribe('agent.web-1', ({ body }) => {
    const { reply_to: replyTo } = JSON.parse(Buffer.from(body).toString()) as { reply_to: string };
    bus.publish(replyTo, JSON.stringify({ value: 'pong' }));
  });
  bus.leave('web-1');
  bus.leave('web-2');
  bus.leave('nobody-knows');
  await pass(4, ['web-1', 'web-2']);
  await expect.poll(fixed).toEqual([{ deployment: 'web', jobs: { nginx: ['web-uuid-2'] } }]);
});

test('a connection that is lost soon after the VM was made counts too', async () => {
  await pass(40);
  await deployed('young', 1);
  bus.leave('young-0');
  await expect.poll(() => world.advance(500) ?? tasks.length).toBe(1);
  expect(fixed()).toEqual([{ deployment: 'young', jobs: { nginx: ['young-uuid-0'] } }]);
});

test('what stays down is told and tried again every minute, but never twice at a time', async () => {
  await pass(40);
  await pass(22, ['web-3']);
  expect(tasks).toHaveLength(1);
  await pass(48, ['web-3']);
  expect(tasks).toHaveLength(1);
  await pass(10, ['web-3']);
  expect(tasks).toHaveLength(2);
  const row = {
    type: 'cck_scan_and_fix',
    state: 'processing',
    description: '',
    result: null,
    user: '',
    deployment: 'web',
    contextId: '',
    payload: {},
  } as const;
  const rest = { createdAt: 0, startedAt: null, finishedAt: null, leaseOwner: null, leaseUntil: null, requestKey: null, teams: [] };
  await store.write((tx) => tx.tasks.insert({ ...row, ...rest }));
  await pass(65, ['web-3']);
  expect(tasks).toHaveLength(2);
});

test('an instance without VM is missed as well', async () => {
  await store.write((tx) => tx.vms.delete({ agentId: 'web-5' }));
  await pass(40);
  expect(titles()).toEqual(['web-uuid-5 has no VM', 'Scan unresponsive VMs']);
  expect(fixed()).toEqual([{ deployment: 'web', jobs: { nginx: ['web-uuid-5'] } }]);
});

test('an agent that says that it shuts down has a minute from then', async () => {
  await pass(40);
  bus.publish(shutdownSubject('web-3'), '');
  await pass(55, ['web-3']);
  expect(alerts).toEqual([]);
  await pass(10, ['web-3']);
  expect(titles()).toContain('web-3 has timed out');
});

describe('nothing is made anew', () => {
  const silence = async (silent: readonly string[]): Promise<void> => {
    await pass(40);
    await pass(22, silent);
  };

  test('in a meltdown: five instances or more, and a fifth of all', async () => {
    await silence(['web-0', 'web-1', 'web-2', 'web-3', 'web-4']);
    expect(tasks).toEqual([]);
    expect(alerts.at(-1)).toMatchObject({ severity: 1, title: 'We are in meltdown' });
  });

  test('with four it is', async () => {
    await silence(['web-0', 'web-1', 'web-2', 'web-3']);
    expect(tasks).toHaveLength(1);
  });

  test('while resurrection is off', async () => {
    await store.write((tx) => tx.attributes.set('resurrection_paused', 'true'));
    await silence(['web-0']);
    expect(tasks).toEqual([]);
    expect(titles()).toEqual(['web-0 has timed out', 'Resurrection is off']);
  });

  test('where a resurrection config says so', async () => {
    const content = 'rules: [{enabled: false, include: {deployments: [web], instance_groups: [nginx]}}, {enabled: true}]';
    await store.write((tx) => tx.configs.insert({ type: 'resurrection', name: 'default', content, deleted: false, createdAt: 0 }));
    await silence(['web-0']);
    expect(tasks).toEqual([]);
  });

  test('while a task has the deployment; once it has let go', async () => {
    await store.write((tx) => tx.locks.insert({ name: 'lock:deployment:web', uid: 'u', expiredAt: world.now() + 3_600_000, taskId: 1 }));
    await silence(['web-0']);
    expect(alerts).toEqual([]);
    await store.write((tx) => tx.locks.delete({ name: 'lock:deployment:web' }));
    await pass(2, ['web-0']);
    expect(tasks).toHaveLength(1);
  });

  test.each([{ ignore: true }, { state: 'stopped' as const }, { state: 'detached' as const }])(
    'of an instance with %o',
    async (changes) => {
      await store.write((tx) => tx.instances.update({ id: ids[0] ?? 0 }, changes));
      await silence(['web-0']);
      expect(alerts).toEqual([]);
      expect(tasks).toEqual([]);
    },
  );
});

test('an alert of an agent is told once, with whom it is about', async () => {
  await pass(1);
  const alert = { id: 'a1', severity: 2, title: 'nginx (10.0.0.1) - does not exist - restart', summary: 'gone', created_at: 5 };
  bus.publish(alertSubject('web-3'), JSON.stringify(alert));
  bus.publish(alertSubject('web-3'), JSON.stringify(alert));
  bus.publish(alertSubject('web-3'), 'no JSON');
  await pass(1);
  const { created_at: createdAt, ...same } = alert;
  expect(alerts).toEqual([{ ...same, createdAt, source: 'agent web-3', deployment: 'web', instance: 'nginx/web-uuid-3' }]);
});
