import { readFileSync } from 'node:fs';
import { CodedError, type JsonObject } from '@bosh6/base';
import { type FsckFinding, fsckFindingSchema } from '@bosh6/director-api';
import type { Task } from '@bosh6/director-api/client';
import { eventually } from '../../stack/eventually.js';
import { labProcesses } from '../../stack/machine.js';
import type { Stack } from '../../stack/stack.js';
import type { DirectorProcess } from './director-process.js';
import { manifestOf, type Operation, type Wanted } from './operations.js';

/** What the lab runs whatever there is in it. */
const ofTheLab = /\/apps\/(cli|lab|director)\/|\/templates\/dist\/worker|^\d+: sleep infinity$|nats-server/;
const ofEachVm = { init: / sh \S+vm-init /, agent: /: \S+\/node .*agent\.cjs$/, job: / \/bin\/sleep infinity$/ };

const ipsOf = (networks: Readonly<Record<string, JsonObject>>): string[] =>
  Object.values(networks)
    .map(({ ip }) => String(ip))
    .sort();

/** The IPv4 addresses that a process's network has beside the loopback's. */
function addressesAt(pid: number | undefined): string[] {
  const found = [...readFileSync(`/proc/${pid}/net/fib_trie`, 'utf8').matchAll(/\|-- (\S+)\n +\/32 host LOCAL/g)].map(([, ip = '']) => ip);
  return [...new Set(found)].filter((ip) => !ip.startsWith('127.')).sort();
}

/** The three-instance deployment as a person works with it, and what can be seen of it. */
export class Trio {
  readonly #stack: Stack;
  readonly #director: DirectorProcess;
  /** Of each instance, when it was marked. */
  #ips = new Map<string, string>();

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

  /** Of each VM of the lab: how many disks it has, how often its store is mounted, whether it has its addresses and no others. */
  async machines(): Promise<{ disks: number; mounts: number; hasItsAddresses: boolean }[]> {
    const { vms } = await this.#stack.lab.status();
    return vms.map(({ pid, disks, networks }) => ({
      disks: disks.length,
      hasItsAddresses: addressesAt(pid).join() === ipsOf(networks).join(),
      mounts: readFileSync(`/proc/${pid}/mountinfo`, 'utf8')
        .split('\n')
        .filter((line) => line.split(' ')[4] === '/var/vcap/store').length,
    }));
  }

  /** How often each kind of process runs that the VMs and the CPIs have; of these alone that do not run as often as there are instances, once they have had time. */
  async uneven(instances: number): Promise<Record<string, number>> {
    const kinds = Object.entries(ofEachVm);
    const look = (): Record<string, number> => {
      const found: Record<string, number> = Object.fromEntries(kinds.map(([kind]) => [kind, 0]));
      for (const line of labProcesses(this.#stack.home).filter((each) => !ofTheLab.test(each))) {
        const kind = kinds.find(([, command]) => command.test(line))?.[0] ?? line.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4,12}){4}|\d+/g, '');
        found[kind] = (found[kind] ?? 0) + 1;
      }
      return Object.fromEntries(Object.entries(found).filter(([, count]) => count !== instances));
    };
    return eventually(look, (found) => Object.keys(found).length === 0);
  }

  /** Writes into each instance's disk whose it is, and remembers its addresses. */
  async mark(): Promise<void> {
    const vms = await this.#vms();
    this.#ips = new Map(vms.map(({ id, ips }) => [id, ips]));
    for (const { cid, id } of vms) await this.#at(cid, 'sh', '-c', `echo ${id} >/var/vcap/store/mine`);
  }

  /** Whether each instance's disk still says so, and it has these addresses. */
  async marks(): Promise<boolean[]> {
    const seen = (await this.#vms()).map(
      async ({ cid, id, ips }) => ips === this.#ips.get(id) && (await this.#at(cid, 'cat', '/var/vcap/store/mine')) === id,
    );
    return Promise.all(seen);
  }

  async #vms(): Promise<{ cid: string; id: string; ips: string }[]> {
    const { vms } = await this.#stack.lab.status();
    return vms.map(({ cid, metadata, networks }) => ({ cid, id: String(metadata.id), ips: ipsOf(networks).join() }));
  }

  async #at(cid: string, ...argv: string[]): Promise<string> {
    const { ended } = await this.#stack.lab.exec(cid, argv);
    return (await ended).stdout.trim();
  }
}
