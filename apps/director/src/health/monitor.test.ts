import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertSubject, heartbeatSubject, shutdownSubject } from '@bosh6/agent-protocol';
import { VirtualWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cpis } from '../core/collaborators.js';
import { parseConfig } from '../core/config.js';
import { FakeBus } from '../deploy/fake-bus.test.support.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import type { NewTask } from '../tasks/tasks.js';
import type { HealthAlert } from './alert.js';
import { HealthMonitor } from './monitor.js';

/** Presence too, as an embedded broker has it. */
class PresentBus extends FakeBus {
  readonly listeners = new Set<(presence: { agentId: string; present: boolean }) => void>();
  readonly absent = new Set<string>();
  isPresent(agentId: string): boolean {
    return !this.absent.has(agentId);
  }
  onPresence(listener: (presence: { agentId: string; present: boolean }) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  leave(agentId: string): void {
    this.absent.add(agentId);
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
/** Cloud ids of VMs that do not run. */
let off: Set<string>;
/** Cloud ids of VMs that the CPI was asked about. */
let asked: string[];
/** When it answers about a VM. */
let answering: (cid: string) => Promise<void>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-health-'));
  store = await openSqliteStore(join(dir, 'db'));
  world = new VirtualWorld();
  bus = new PresentBus();
  alerts = [];
  tasks = [];
  off = new Set();
  asked = [];
  answering = async () => undefined;
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
  const cpi = {
    info: async () => ({ capabilities: { vm_diagnostics: true } }),
    hasVm: async (cid: string) => {
      asked.push(cid);
      await answering(cid);
      return cid !== 'vm-web-9';
    },
    vmDiagnostics: async (cid: string) => ({ running: !off.has(cid) }),
  };
  const cpis: Cpis = { known: async () => [], use: (_name, work) => work(cpi as never), close: async () => undefined };
  const needs = { config, log, world, store, tasks: queue, bus, busAuthority: bus, cpis, directorUuid: 'd' };
  monitor = new HealthMonitor(needs, bus, (alert) => alerts.push(alert));
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
      const empty = { env: {}, cloudProperties: {}, networks: {}, askedNetworks: null, permanentCredentials: false, trustedCerts: null };
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

test('a lost connection is followed by a ping, and that by a look at the VM: one that is off or gone is mended at once', async () => {
  await pass(40);
  bus.subscribe('agent.web-1', ({ body }) => {
    const { reply_to: replyTo } = JSON.parse(Buffer.from(body).toString()) as { reply_to: string };
    bus.publish(replyTo, JSON.stringify({ value: 'pong' }));
  });
  off.add('vm-web-1').add('vm-web-2');
  const silent = ['web-1', 'web-2', 'web-3', 'web-9'];
  for (const agentId of [...silent, 'nobody-knows']) bus.leave(agentId);
  await pass(4, silent);
  await expect.poll(fixed).toEqual([{ deployment: 'web', jobs: { nginx: ['web-uuid-2', 'web-uuid-9'] } }]);
});

test('an agent that comes and goes all the time has its VM looked at once', async () => {
  await pass(40);
  for (let n = 0; n < 20; n += 1) bus.leave('web-4');
  await expect.poll(() => world.advance(500) ?? asked.length).toBeGreaterThan(0);
  await pass(4, ['web-4']);
  expect(asked).toEqual(['vm-web-4']);
  bus.leave('web-4');
  await expect.poll(() => world.advance(500) ?? asked.length).toBe(2);
});

test('an agent that connects again while it is looked for is not missed', async () => {
  await pass(40);
  off.add('vm-web-2');
  bus.leave('web-2');
  bus.absent.delete('web-2');
  await pass(10, ['web-2']);
  expect(alerts).toEqual([]);
});

test('once the monitor has ended it looks for no agent any more', async () => {
  await pass(40);
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  bus.leave('web-4');
  await turn();
  await monitor.close();
  for (let n = 0; n < 10; n += 1) {
    world.advance(500);
    await turn();
  }
  expect(asked).toEqual([]);
});

test('it has ended only once nothing of it is at the database or the infrastructure any more', async () => {
  await pass(40);
  const answer = Promise.withResolvers<void>();
  answering = () => answer.promise;
  bus.leave('web-4');
  await expect.poll(() => world.advance(500) ?? asked.length).toBeGreaterThan(0);
  let ended = false;
  const closed = monitor.close().then(() => {
    ended = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toBe(false);
  answer.resolve();
  await closed;
});

test('a connection that is lost soon after the VM was made counts too', async () => {
  await pass(40);
  await deployed('young', 1);
  off.add('vm-young-0');
  bus.leave('young-0');
  await expect.poll(() => world.advance(500) ?? tasks.length).toBe(1);
  expect(fixed()).toEqual([{ deployment: 'young', jobs: { nginx: ['young-uuid-0'] } }]);
});

test('what stays down is told and tried again every minute', async () => {
  await pass(40);
  await pass(22, ['web-3']);
  expect(tasks).toHaveLength(1);
  await pass(48, ['web-3']);
  expect(tasks).toHaveLength(1);
  await pass(10, ['web-3']);
  expect(tasks).toHaveLength(2);
});

test("what stays down is not told again for another deployment's sake", async () => {
  await deployed('other', 1);
  await pass(40);
  await pass(30, ['web-3']);
  const told = alerts.map(({ deployment, title }) => `${deployment}: ${title}`);
  const [web, other] = [['web: web-3 has timed out'], ['other: other-0 has timed out']];
  expect(told).toEqual([...web, 'web: Scan unresponsive VMs', ...other, 'other: Scan unresponsive VMs']);
});

test('a VM that was made anew, or is gone, is counted as unresponsive no more', async () => {
  const unresponsive = async (): Promise<number | undefined> => (await monitor.counts()).get('web')?.unresponsive_agents;
  await pass(40);
  await pass(22, ['web-3', 'web-4']);
  expect(await unresponsive()).toBe(2);
  await store.write(async (tx) => {
    await tx.vms.delete({ agentId: 'web-3' });
    await tx.vms.update({ agentId: 'web-4' }, { agentId: 'web-4-anew' });
  });
  await pass(1, ['web-3', 'web-4']);
  expect(await unresponsive()).toBe(0);
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
  off.add('vm-web-3');
  bus.leave('web-3');
  await pass(55, ['web-3']);
  expect(alerts).toEqual([]);
  await pass(10, ['web-3']);
  expect(titles()).toContain('web-3 has timed out');
});

test('after the process stood still nobody is missed before all had time to beat', async () => {
  await pass(40);
  const { monotonic } = world;
  world.monotonic = () => monotonic.call(world) + 60_000;
  await monitor.look();
  await pass(29);
  expect(alerts).toEqual([]);
});

test('any heartbeat is one, whatever it lacks', async () => {
  await pass(40);
  for (let n = 0; n < 15; n += 1) {
    beat('web-3', { job_state: 'odd', vitals: undefined });
    await pass(5, ['web-3']);
  }
  expect(alerts).toEqual([]);
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

  test('in a meltdown, also when some were missed, and made anew, a moment before', async () => {
    await silence(['web-0']);
    expect(tasks).toHaveLength(1);
    await store.write((tx) => tx.vms.update({ agentId: 'web-0' }, { agentId: 'web-0-anew' }));
    for (let second = 0; second < 70; second += 5) {
      beat('web-0-anew');
      await pass(5, ['web-1', 'web-2', 'web-3', 'web-4']);
    }
    expect(tasks).toHaveLength(1);
    expect(alerts.at(-1)).toMatchObject({ severity: 1, title: 'We are in meltdown' });
  });

  test('in a meltdown of instances that fall silent at once, though one is missed first', async () => {
    await pass(40);
    await pass(5, ['web-1', 'web-2', 'web-3', 'web-4']);
    await pass(12, ['web-0', 'web-1', 'web-2', 'web-3', 'web-4']);
    expect(tasks).toEqual([]);
    expect(alerts.at(-1)).toMatchObject({ title: 'We are in meltdown', summary: expect.stringMatching(/(web-uuid-[0-4].*){5}/) });
  });

  test('in a meltdown of VMs that are lost at once, though one is found out first', async () => {
    await pass(40);
    const answer = Promise.withResolvers<void>();
    answering = (cid) => (cid === 'vm-web-2' ? Promise.resolve() : answer.promise);
    for (let n = 0; n < 5; n += 1) {
      off.add(`vm-web-${n}`);
      bus.leave(`web-${n}`);
    }
    await expect.poll(() => world.advance(500) ?? titles()).toContain('We are in meltdown');
    expect(titles()).toEqual(['web-2 has timed out', 'We are in meltdown']);
    answer.resolve();
    await expect.poll(() => titles().filter((title) => title.endsWith('has timed out'))).toHaveLength(5);
    expect(tasks).toEqual([]);
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

  test('where a resurrection config cannot be understood', async () => {
    const content = 'rules: [{enabled: "off"}]';
    await store.write((tx) => tx.configs.insert({ type: 'resurrection', name: 'default', content, deleted: false, createdAt: 0 }));
    await silence(['web-0']);
    expect(tasks).toEqual([]);
    expect(alerts.at(-1)).toMatchObject({ title: 'Resurrection is off', summary: expect.stringContaining('resurrection config') });
  });

  test('while a task has the deployment; once it has let go', async () => {
    await store.write((tx) => tx.locks.insert({ name: 'lock:deployment:web', uid: 'u', expiredAt: world.now() + 3_600_000, taskId: 1 }));
    await silence(['web-0']);
    expect(alerts).toEqual([]);
    await store.write((tx) => tx.locks.delete({ name: 'lock:deployment:web' }));
    await pass(2, ['web-0']);
    expect(tasks).toHaveLength(1);
  });

  const task = async (fields: Partial<TaskRow>): Promise<TaskRow> => {
    const row = {
      type: 'update_deployment',
      state: 'queued',
      description: '',
      result: null,
      user: '',
      contextId: '',
      payload: {},
    } as const;
    const rest = { deployment: 'web', createdAt: 0, startedAt: null, finishedAt: null, leaseOwner: null, leaseUntil: null };
    return store.write((tx) => tx.tasks.insert({ ...row, ...rest, ...fields }));
  };

  /** Of an instance that ran, and whose update after that did not end. */
  const applied = { stemcell: { name: 's', version: '1' }, cloudProperties: {}, envHashes: {}, networks: {}, jobs: [], packages: {} };
  const cutOff = { updateCompleted: false, spec: { ...applied, configurationHash: '' } };

  test('while a task is about to change the deployment, or is mending it already; one that looks keeps nobody from it', async () => {
    const { id } = await task({});
    const mending = await task({ type: 'cck_scan_and_fix', state: 'processing' });
    await task({ type: 'vms', state: 'processing' });
    await silence(['web-0']);
    expect(alerts).toEqual([]);
    await store.write((tx) => tx.tasks.update({ id }, { state: 'error' }));
    await pass(2, ['web-0']);
    expect(alerts).toEqual([]);
    await store.write((tx) => tx.tasks.update({ id: mending.id }, { state: 'done' }));
    await pass(2, ['web-0']);
    expect(tasks).toHaveLength(1);
  });

  test('of an instance whose VM somebody deletes', async () => {
    await task({ type: 'delete_vm', deployment: null, payload: { cid: 'vm-web-0' } });
    await silence(['web-0']);
    expect(alerts).toEqual([]);
  });

  test("of an instance whose VM somebody's open intent is about; the monitor's own failure is tried again", async () => {
    const intent = { taskId: 1, kind: 'delete_vm', requestId: 'r', state: 'open', outcome: {}, createdAt: 0 } as const;
    await store.write((tx) => tx.intents.insert({ ...intent, payload: { agentId: 'web-0', cpi: '' } }));
    await silence(['web-0']);
    expect(alerts).toEqual([]);
    const { id: taskId } = await task({ type: 'cck_scan_and_fix', state: 'error' });
    await store.write((tx) => tx.intents.update({ requestId: 'r' }, { taskId }));
    await pass(130, ['web-0']);
    expect(tasks).toHaveLength(1);
  });

  test('of an instance that never ran', async () => {
    await store.write((tx) => tx.instances.update({ id: ids[0] ?? 0 }, { updateCompleted: false }));
    await silence(['web-0']);
    expect(alerts).toEqual([]);
  });

  test("of an instance that somebody's failed update left without VM; the monitor's own failure is tried again", async () => {
    await store.write(async (tx) => {
      await tx.vms.delete({ agentId: 'web-0' });
      await tx.instances.update({ id: ids[0] ?? 0 }, cutOff);
    });
    await task({ state: 'error' });
    await silence([]);
    expect(alerts).toEqual([]);
    await task({ type: 'cck_scan_and_fix', state: 'error', payload: { deployment: 'web', jobs: { nginx: ['web-uuid-0'] } } });
    await pass(60);
    expect(fixed()).toEqual([{ deployment: 'web', jobs: { nginx: ['web-uuid-0'] } }]);
  });

  test("of an instance that somebody's failed update left half-done; one that the monitor's own left so is brought to its end", async () => {
    await store.write(async (tx) => {
      for (const id of ids.slice(0, 2)) await tx.instances.update({ id }, cutOff);
    });
    await task({ state: 'error' });
    await silence([]);
    expect(alerts).toEqual([]);
    await task({ type: 'cck_scan_and_fix', state: 'error', payload: { deployment: 'web', jobs: { nginx: ['web-uuid-0'] } } });
    await pass(60);
    expect(fixed()).toEqual([{ deployment: 'web', jobs: { nginx: ['web-uuid-0'] }, halfDone: ['web-uuid-0'] }]);
    expect(titles()).toEqual(['web-uuid-0 has a new VM whose jobs were not started', 'Scan unresponsive VMs']);
  });

  test("of an errand's instance", async () => {
    const manifestText = 'instance_groups: [{name: nginx, lifecycle: errand}]';
    await store.write((tx) => tx.deployments.update({ name: 'web' }, { manifestText }));
    await silence(['web-0']);
    expect(alerts).toEqual([]);
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

test('an alert of an agent is told once, with whom it is about, also when its VM is young', async () => {
  await pass(2);
  await deployed('young', 1);
  bus.publish(alertSubject('young-0'), JSON.stringify({ id: 'a0', severity: 2, title: 't', summary: 's', created_at: 5 }));
  await expect.poll(() => alerts.splice(0)).toMatchObject([{ id: 'a0', deployment: 'young', instance: 'nginx/young-uuid-0' }]);
  const alert = { id: 'a1', severity: 2, title: 'nginx (10.0.0.1) - does not exist - restart', summary: 'gone', created_at: 5 };
  bus.publish(alertSubject('web-3'), JSON.stringify(alert));
  bus.publish(alertSubject('web-3'), JSON.stringify(alert));
  bus.publish(alertSubject('web-3'), 'no JSON');
  await expect.poll(() => alerts.length).toBe(1);
  const { created_at: createdAt, ...same } = alert;
  expect(alerts).toEqual([{ ...same, createdAt, source: 'agent web-3', deployment: 'web', instance: 'nginx/web-uuid-3' }]);
});

test('two agents may use one id for their alerts; what one says too often is heard a hundred times in half a minute', async () => {
  await pass(2);
  const say = (agentId: string, id: string): void =>
    bus.publish(alertSubject(agentId), JSON.stringify({ id, severity: 2, title: 't', summary: 's', created_at: 5 }));
  say('web-3', '5.0@localhost');
  say('web-4', '5.0@localhost');
  await expect.poll(() => alerts.splice(0).map(({ source }) => source)).toEqual(['agent web-3', 'agent web-4']);
  for (let n = 0; n < 200; n += 1) say('web-3', `${n}`);
  say('web-5', 'last');
  await expect.poll(() => alerts.at(-1)?.source).toBe('agent web-5');
  expect(alerts.filter(({ source }) => source === 'agent web-3')).toHaveLength(99);
  world.advance(30_000);
  say('web-3', 'later');
  await expect.poll(() => alerts.at(-1)?.id).toBe('later');
});
