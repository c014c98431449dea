import { readFileSync } from 'node:fs';
import { CodedError } from '@bosh6/base';
import { type FsckFinding, fsckFindingSchema } from '@bosh6/director-api';
import type { Task } from '@bosh6/director-api/client';
import type { Stack } from '../../stack/stack.js';
import type { DirectorProcess } from './director-process.js';
import { manifestOf, type Operation, type Wanted } from './operations.js';

/** The three-instance deployment as a person works with it, and what can be seen of it. */
export class Trio {
  readonly #stack: Stack;
  readonly #director: DirectorProcess;

  constructor(stack: Stack, director: DirectorProcess) {
    this.#stack = stack;
    this.#director = director;
  }

  /** Begins what the operation is. */
  begin(operation: Operation, wanted: Wanted | undefined): Promise<Task> {
    const { deployments } = this.#director.client;
    if (wanted === undefined) return deployments.delete('trio');
    return deployments.deploy(manifestOf(wanted), operation === 'recreate' ? { recreate: true } : {});
  }

  /** Of the deployment's. */
  async newestTask(): Promise<Task | undefined> {
    return (await this.#director.client.tasks.list({ deployment: 'trio', limit: 1 }))[0];
  }

  /** What a person does next, to the end: the same deploy again, without flags; a delete unless all is gone. The task's state. */
  async converge(wanted: Wanted | undefined): Promise<{ state: string; events: string }> {
    const { deployments, tasks } = this.#director.client;
    try {
      const { id } = await (wanted === undefined ? deployments.delete('trio') : deployments.deploy(manifestOf(wanted)));
      const { task } = await tasks.follow(id, { type: 'none' });
      return { state: task.state, events: task.state === 'done' ? '' : await tasks.output(id, 'event') };
    } catch (error) {
      if (wanted === undefined && CodedError.is(error, 'DirectorRefused') && error.details?.status === 404)
        return { state: 'done', events: '' };
      throw error;
    }
  }

  /** What became of a task. */
  async ended(id: number): Promise<Task> {
    return (await this.#director.client.tasks.follow(id, { type: 'none' })).task;
  }

  /** Takes it away whatever became of it. */
  async clear(): Promise<void> {
    const { deployments, tasks } = this.#director.client;
    if ((await deployments.list()).some(({ name }) => name === 'trio'))
      await tasks.follow(await deployments.delete('trio', { force: true }), { type: 'none' });
  }

  async fsck(): Promise<FsckFinding[]> {
    const { result } = await this.#director.client.tasks.follow(await this.#director.client.fsck(), { type: 'none', withResult: true });
    return result
      .split('\n')
      .filter(Boolean)
      .map((line) => fsckFindingSchema.parse(JSON.parse(line)));
  }

  /** Of each VM of the lab: how many disks it has, and how often its store is mounted. */
  async machines(): Promise<{ disks: number; mounts: number }[]> {
    const { vms } = await this.#stack.lab.status();
    return vms.map(({ pid, disks }) => ({
      disks: disks.length,
      mounts: readFileSync(`/proc/${pid}/mountinfo`, 'utf8')
        .split('\n')
        .filter((line) => line.split(' ')[4] === '/var/vcap/store').length,
    }));
  }

  /** Writes into each instance's disk whose it is. */
  async mark(): Promise<void> {
    for (const { cid, id } of await this.#vms()) await this.#at(cid, 'sh', '-c', `echo ${id} >/var/vcap/store/mine`);
  }

  /** Whether each instance's disk still says so. */
  async marks(): Promise<boolean[]> {
    const seen = (await this.#vms()).map(async ({ cid, id }) => (await this.#at(cid, 'cat', '/var/vcap/store/mine')) === id);
    return Promise.all(seen);
  }

  async #vms(): Promise<{ cid: string; id: string }[]> {
    const { vms } = await this.#stack.lab.status();
    return vms.map(({ cid, metadata }) => ({ cid, id: String(metadata.id) }));
  }

  async #at(cid: string, ...argv: string[]): Promise<string> {
    const { ended } = await this.#stack.lab.exec(cid, argv);
    return (await ended).stdout.trim();
  }
}
