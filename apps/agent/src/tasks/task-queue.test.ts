import { VirtualWorld } from '@bosh6/base';
import { expect, it } from 'vitest';
import { TaskQueue } from './task-queue.js';

it('says that it is idle once, a moment after the last of the tasks', async () => {
  const world = new VirtualWorld();
  let idle = 0;
  const tasks = new TaskQueue(world, () => {
    idle += 1;
  });
  let finish = (): void => {};
  tasks.add(async () => 'first');
  const { agent_task_id } = tasks.add(() => new Promise<void>((resolve) => (finish = resolve)));
  await new Promise((resolve) => setImmediate(resolve));
  world.advance(1000);
  expect(idle).toBe(0);
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  expect(tasks.get(agent_task_id)).toMatchObject({ ok: true });
  world.advance(499);
  expect(idle).toBe(0);
  world.advance(1000);
  expect(idle).toBe(1);
});
