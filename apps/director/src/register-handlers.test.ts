import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest, startHarness } from './deploy/harness.test.support.js';
import { registerHandlers } from './register-handlers.js';
import { TaskOutputs } from './tasks/task-outputs.js';
import { TaskQueue } from './tasks/task-queue.js';

test('a Director that begins has the bus forget agents of VMs that a dead one did not come to make', async () => {
  const h = await startHarness();
  try {
    expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
    const known = (await h.collaborators.store.read.vms.all()).map(({ agentId }) => agentId);
    expect([...h.bus.authorized].sort()).toEqual(known.sort());
    h.bus.authorized.add('stranger');
    const { store, world, log, config } = h.collaborators;
    const tasks = new TaskQueue({ store, world, log, outputs: new TaskOutputs(join(config.stateDir, 'tasks')), workers: 1 });
    await registerHandlers(tasks, h.collaborators);
    expect([...h.bus.authorized].sort()).toEqual(known.sort());
  } finally {
    await h.close();
  }
});
