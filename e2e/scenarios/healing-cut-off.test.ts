import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { restartDirector } from '../stack/restart-director.js';
import { isScript } from './witness/collector.js';
import { hold } from './witness/held.js';
import { manifestOf } from './witness/manifest.js';
import { openWitness, type Witness } from './witness/witness.js';

const web = manifestOf('web', 'one', [{ name: 'web', persistent_disk: 16 }]);

describe('a VM that was made anew, and whose jobs did not come to start,', () => {
  let witness: Witness;
  const instance = (): Promise<Record<string, string>> => witness.instance('web', 'web');
  beforeAll(async () => {
    witness = await openWitness();
    expectDone(await witness.deploy(web));
  });
  afterAll(() => witness?.close());

  it('since the Director died meanwhile, is brought up by the next one', async () => {
    const before = await instance();
    const held = hold((one) => isScript(one, 'pre-start'));
    witness.collector.listen(held.rule);
    try {
      const vm = (await witness.stack.lab.status()).vms.find(({ cid }) => cid === before.vm_cid);
      process.kill(vm?.pid ?? 0, 'SIGKILL');
      await witness.collector.hears((one) => isScript(one, 'pre-start'));
      const director = async () => (await witness.stack.lab.status()).services.find(({ name }) => name === 'director');
      process.kill((await director())?.pid ?? 0, 'SIGKILL');
      expect((await eventually(director, (service) => service?.state === 'exited'))?.state).toBe('exited');
      await restartDirector(witness.stack);
    } finally {
      held.open();
    }
    const cut = await instance();
    expect(cut.vm_cid).not.toBe(before.vm_cid);
    const heals = await eventually(
      () => witness.bosh('web', 'plan', 'web.yml', '--expect-no-changes'),
      ({ code }) => code === 0,
      { seconds: 120 },
    );
    expectDone(heals);
    expect(await instance()).toMatchObject({ vm_cid: cut.vm_cid, process_state: 'running', disk_cids: before.disk_cids, ips: before.ips });
    await witness.isClean();
  });
});
