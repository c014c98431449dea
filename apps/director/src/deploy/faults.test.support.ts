import { isDeepStrictEqual } from 'node:util';
import type { TaskRow } from '../persistence/rows/index.js';
import type { Harness } from './harness.test.support.js';

/** Of a task's last event line. */
export async function errorOf(h: Harness, task: TaskRow): Promise<{ code: number; message: string } | undefined> {
  return JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error;
}

/** How a task failed; `told`: its result (which may be cut short) and the last event of the deployment say the same. */
export async function failureOf(h: Harness, task: TaskRow) {
  const { code, message = '' } = (await errorOf(h, task)) ?? {};
  const event = (await h.store.read.events.all({ objectType: 'deployment', taskId: task.id })).at(-1);
  const told = event?.error === message && message.startsWith(String(task.result).replace(/\.\.\.$/, ''));
  return { state: task.state, code, message, told };
}

/** Locks that are held, calls that are half-done, and what fsck finds but updates that did not end; nothing is right. */
export async function lostIn(h: Harness): Promise<unknown[]> {
  const { read } = h.store;
  const fsck = await h.run('fsck', {});
  const found = (await h.output(fsck, 'result')).split('\n').filter(Boolean);
  const unfinished = (await read.instances.all()).some(({ updateCompleted }) => !updateCompleted);
  return [
    ...(await read.locks.all()),
    ...(await read.intents.all({ state: 'open' })),
    ...found.map((line) => JSON.parse(line)).filter(({ kind }) => !unfinished || kind !== 'instance_unfinished'),
    ...(fsck.state === 'done' ? [] : [fsck]),
  ];
}

/** Deploys twice; the first must mend everything and leave one instance, the second find nothing to do. What is not so is returned. */
export async function unmendedBy(h: Harness, manifest: string): Promise<unknown[]> {
  const { read } = h.store;
  const task = await h.deploy(manifest);
  const lost = await lostIn(h);
  const seen = {
    state: task.state,
    completed: (await read.instances.all()).map(({ updateCompleted }) => updateCompleted),
    counts: [h.cpi.vms.size, h.cpi.disks.size, h.bus.authorized.size],
    isStored: (await read.deployments.find({ name: 'nginx' }))?.manifestText === manifest,
    more: (await h.stages(await h.deploy(manifest))).filter((stage) => stage.startsWith('Updating instance')),
  };
  const right = { state: 'done', completed: [true], counts: [1, 1, 1], isStored: true, more: [] };
  return isDeepStrictEqual(seen, right) ? lost : [...lost, seen];
}
