import { expect } from 'vitest';
import type { Harness } from '../deploy/harness.test.support.js';
import { Life, type Work } from './life.test.support.js';
import { deployment, type Operation, type Wanted, workOf } from './operations.test.support.js';

/** A Director whose tasks are disturbed, again and again, and what must be so afterwards. */
export class Bench {
  life: Life;

  private constructor(
    readonly h: Harness,
    life: Life,
  ) {
    this.life = life;
  }

  static async of(h: Harness): Promise<Bench> {
    await h.queue.close();
    return new Bench(h, await Life.begin(h));
  }

  /** Another Director, where the one before is dead. */
  async reborn(): Promise<void> {
    this.life = await Life.begin(this.h);
  }

  /** What a person does next: the same deploy again, without flags; a delete unless all is gone. */
  async converge(wanted: Wanted | undefined): Promise<void> {
    await this.trust(wanted);
    if (wanted === undefined && (await this.h.store.read.deployments.find({ name: deployment })) === undefined) return;
    const task = await this.life.run(workOf(wanted));
    expect(task, await this.h.output(task, 'debug')).toMatchObject({ state: 'done' });
  }

  /** Another configuration needs another Director. */
  async trust(wanted: Wanted | undefined): Promise<void> {
    const { certs } = wanted ?? {};
    if (wanted === undefined || certs === this.h.collaborators.trustedCerts?.digest) return;
    await this.life.end();
    this.h.trust(certs);
    await this.reborn();
  }

  /** Brings about what an operation begins with. */
  async prepare({ before, after, compiles = false }: Operation): Promise<void> {
    await this.converge(before);
    await this.trust(after);
    if (compiles)
      await this.h.store.write(async (tx) => {
        for (const { id } of await tx.compiledPackages.all()) await tx.compiledPackages.delete({ id });
      });
  }

  /** What is watched of an operation, once it is prepared. */
  async workOf({ after, flags, alone }: Operation): Promise<Work> {
    return alone === undefined ? workOf(after, flags) : this.#alone(alone);
  }

  /** What a person does next, where the operation did not come to its end; of an instance alone it is enough to restart that alone. */
  async mend({ after, alone }: Operation): Promise<void> {
    if (alone !== undefined) {
      const task = await this.life.run(await this.#alone('restart'));
      expect(task, await this.h.output(task, 'debug')).toMatchObject({ state: 'done' });
      await this.isWhole(after);
    }
    await this.converge(after);
  }

  /** Of the same instance each time. */
  async #alone(action: 'recreate' | 'restart'): Promise<Work> {
    const instance = await this.h.store.read.instances.find({ index: 0 });
    return { type: 'update_instance', payload: { deployment, instanceId: instance?.id, action } };
  }

  /** After something that went wrong beyond what a deploy mends. */
  async clear(): Promise<void> {
    await this.life.run({ type: 'delete_deployment', payload: { deployment, force: true } });
  }

  async findings(): Promise<{ severity: string; kind: string }[]> {
    const lines = (await this.h.output(await this.life.run({ type: 'fsck', payload: {} }), 'result')).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as { severity: string; kind: string });
  }

  /** Nothing is leaked, nothing lost, and all is as wanted. */
  async isWhole(wanted: Wanted | undefined): Promise<void> {
    const { h } = this;
    await this.life.run({ type: 'scheduled_orphaned_vm_cleanup', payload: {} });
    expect(await this.findings()).toEqual([]);
    const { read } = h.store;
    const vms = await read.vms.all();
    expect(vms).toHaveLength(wanted?.instances ?? 0);
    expect([...h.cpi.vms.keys()].sort()).toEqual(vms.map(({ cid }) => cid).sort());
    expect([...h.bus.authorized].sort()).toEqual(vms.map(({ agentId }) => agentId).sort());
    const disks = await read.disks.all();
    expect([...h.cpi.disks].sort()).toEqual([...disks, ...(await read.orphanDisks.all())].map(({ cid }) => cid).sort());
    expect(disks).toHaveLength(vms.length);
    const instances = await read.instances.all();
    const { certs } = wanted ?? {};
    for (const { cid, instanceId, trustedCerts } of vms) {
      const there = h.cpi.vms.get(cid ?? '');
      const own = disks.find((disk) => disk.instanceId === instanceId);
      expect(own).toMatchObject({ size: wanted?.diskMib, active: true });
      expect([...(there?.disks ?? [])]).toEqual([own?.cid]);
      expect(there?.agent).toMatchObject({ store: own?.cid, mounted: [own?.cid] });
      expect(trustedCerts).toBe(certs ?? null);
      if (certs !== undefined) expect(there?.agent.settings).toEqual([{ trusted_certs: `PEM ${certs}`, disk_associations: [] }]);
      expect(h.cpi.metadata.get(cid ?? '')).toMatchObject({ id: instances.find(({ id }) => id === instanceId)?.uuid });
    }
    expect(await read.reservations.all()).toHaveLength(vms.length);
    expect(await read.locks.all()).toEqual([]);
    expect(await read.intents.all({ state: 'open' })).toEqual([]);
  }
}
