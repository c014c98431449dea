import { isJsonObject, type JsonObject } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import { IpAddress, IpRange } from '@bosh6/ip';
import { type Harness, startHarness } from '../deploy/harness.test.support.js';
import { orphanVm } from '../orphaned-vms/orphan-vm.js';
import type { InstanceRow, ReservationRow, TaskRow, VmRow } from '../persistence/rows/index.js';
import type { StoreKind } from '../persistence/stores.test.suite.js';
import { type Case, type Deploy, elsewhere, type Step, type Told } from './scenario.test.support.js';
import { cloudConfigOf, manifestOf } from './texts.test.support.js';

/** What was there before a step, by instance UUID. */
type Before = ReadonlyMap<string, { title: string; cid: string | undefined; deploymentId: number }>;

/** Runs a case's steps on the real deploy code, with a store of its own and an infrastructure in memory; answers what each gave. */
export async function runCase(given: Case, kind: StoreKind): Promise<Told[]> {
  const opened = await kind.open();
  const addresses = given.director ?? elsewhere;
  const h = await startHarness({
    store: opened.store,
    endpoints: addresses.map((address) => ({ family: IpAddress.parse(address).family, address })),
    ...(given.ignoreMissingGateway && { ignoreMissingGateway: true }),
  });
  try {
    const director = new CaseDirector(h);
    const told: Told[] = [];
    for (const step of given.steps) told.push(...(await director.run(step)));
    return told;
  } finally {
    await h.close();
    await opened.close();
  }
}

const instanceOfOthers: InstanceRow = {
  id: 9000,
  uuid: '6f9619ff',
  deploymentId: 9000,
  group: 'g',
  index: 0,
  az: null,
  bootstrap: true,
  state: 'started',
  updateCompleted: true,
  ignore: false,
  spec: {},
};
const nobody = { taskId: 0, user: 'admin', deployment: undefined };
const vmOfOthers: Omit<VmRow, 'id'> = {
  instanceId: instanceOfOthers.id,
  agentId: 'of-others',
  cid: 'of-others',
  active: true,
  cpi: '',
  stemcellName: 'lab',
  stemcellVersion: '1.0',
  stemcellApiVersion: 3,
  env: {},
  cloudProperties: {},
  networks: {},
  permanentCredentials: false,
  askedNetworks: null,
  trustedCerts: null,
  createdAt: 0,
};

class CaseDirector {
  #cloud: Pick<Deploy, 'networks' | 'azs' | 'compilation' | 'configs'> = {};
  #release: () => void = () => undefined;
  #pending: Promise<unknown>[] = [];

  constructor(private readonly h: Harness) {}

  async run(step: Step): Promise<Told[]> {
    const { h } = this;
    if ('together' in step) {
      await this.#setCloud(step.together[0]);
      const before = await this.#before();
      const tasks = await Promise.all(step.together.map((each) => this.#start(each)));
      const told: Told[] = [];
      for (const [at, task] of tasks.entries()) told.push(await this.#tell(step.together[at] as Deploy, task, before));
      return told.sort((x, y) => (rank(x) < rank(y) ? -1 : 1));
    }
    if ('deploy' in step) return [await this.#deploy(step)];
    if ('delete' in step) {
      if (step.held) {
        const gate = Promise.withResolvers<void>();
        this.#release = gate.resolve;
        const reached = Promise.withResolvers<void>();
        const deleteVm = h.cpi.deleteVm.bind(h.cpi);
        h.cpi.deleteVm = async (cid) => {
          reached.resolve();
          await gate.promise;
          return deleteVm(cid);
        };
        this.#pending.push(h.run('delete_deployment', { deployment: step.delete }));
        await reached.promise;
        return [];
      }
      const task = await h.run('delete_deployment', { deployment: step.delete });
      return task.state === 'done' ? [] : [await this.#error(task)];
    }
    if ('release' in step) {
      this.#release();
      await Promise.all(this.#pending);
      return [];
    }
    if ('ignore' in step) {
      const rows = await h.store.read.instances.all();
      const row = rows.find((each) => `${each.group}/${each.index}` === step.ignore);
      if (row === undefined) throw new Error(`there is no ${step.ignore}`);
      await h.store.write((tx) => tx.instances.update({ id: row.id }, { ignore: true }));
      return [];
    }
    if ('orphan' in step) {
      const { family, first, last } = IpRange.parse(step.orphan);
      await h.store.write(async (tx) => {
        const { id: vmId } = await tx.vms.insert(vmOfOthers);
        await tx.reservations.insertUnlessOverlap({
          family,
          first: first.toBytes16(),
          last: last.toBytes16(),
          prefix: family === 4 ? 32 : 128,
          network: step.network,
          instanceId: null,
          vmId,
          taskId: null,
          owner: 'old/g/6f9619ff',
          kind: 'dynamic',
          nicGroup: null,
        });
        await orphanVm(tx, { ...vmOfOthers, id: vmId }, instanceOfOthers, 'old', { collaborators: h.collaborators, task: nobody });
      });
      return [];
    }
    return [];
  }

  async #deploy(step: Deploy): Promise<Told> {
    await this.#setCloud(step);
    const before = await this.#before();
    const { cpi } = this.h;
    if (step.fails === 'create_vm') cpi.failCreateVm = 'no room';
    if (step.fails === 'compile') cpi.compilation = { failCompile: true };
    const createVm = cpi.createVm;
    let compiledAt: string | undefined;
    cpi.createVm = async (request, context) => {
      if (JSON.stringify(request.env).includes('-compilation-')) {
        compiledAt = addressesOf(request.networks as never).join(' ');
        if (step.fails === 'create_compilation_vm') throw cpiError('VMCreationFailed', 'no room');
      }
      return createVm.call(cpi, request, context);
    };
    try {
      const told = await this.#tell(step, await this.#start(step), before);
      return compiledAt === undefined ? told : { ...told, compiledAt };
    } finally {
      cpi.createVm = createVm;
      cpi.failCreateVm = undefined;
      cpi.compilation = {};
    }
  }

  async #setCloud(step: Deploy): Promise<void> {
    const { networks, azs, compilation, configs } = step;
    if (networks === undefined && configs === undefined && azs === undefined && compilation === undefined) return;
    this.#cloud = {
      ...this.#cloud,
      ...(networks && { networks }),
      ...(azs && { azs }),
      ...(compilation && { compilation }),
      ...(configs && { configs }),
    };
    const { h } = this;
    const texts = this.#cloud.configs ?? [cloudConfigOf(this.#cloud)];
    await h.store.write(async (tx) => {
      for (const [at, content] of texts.entries())
        await tx.configs.insert({ type: 'cloud', name: at === 0 ? 'default' : `more-${at}`, content, deleted: false, createdAt: 0 });
    });
  }

  #start(step: Deploy): Promise<TaskRow> {
    const { as = 'dep', recreate } = step;
    return this.h.deploy(manifestOf(as, step), recreate ? { recreate: true } : {}, as);
  }

  async #before(): Promise<Before> {
    const { store } = this.h;
    const vms = await store.read.vms.all({ active: true });
    const rows = await store.read.instances.all();
    return new Map(
      rows.map((row) => [
        row.uuid,
        { title: titleOf(row), deploymentId: row.deploymentId, cid: vms.find((vm) => vm.instanceId === row.id)?.cid ?? undefined },
      ]),
    );
  }

  async #tell(step: Deploy, task: TaskRow, before: Before): Promise<Told> {
    const { store } = this.h;
    const deployments = await store.read.deployments.all();
    const reservations = await store.read.reservations.all();
    const instances = await store.read.instances.all();
    const rows = sorted(reservations).map(rowLine);
    if (task.state !== 'done') return { ...(await this.#error(task)), rows };
    const deployment = deployments.find(({ name }) => name === (step.as ?? 'dep'));
    const vms = await store.read.vms.all({ active: true });
    const own = instances.filter(({ deploymentId }) => deploymentId === deployment?.id).sort((x, y) => (order(x) < order(y) ? -1 : 1));
    const settings: Record<string, unknown> = {};
    const told = own.map((row) => {
      const vm = vms.find(({ instanceId }) => instanceId === row.id);
      const was = before.get(row.uuid);
      const fate = was?.cid === undefined ? 'new' : was.cid === vm?.cid ? 'same' : 'rec';
      const networks = isJsonObject(vm?.networks) ? (vm.networks as Record<string, JsonObject>) : {};
      settings[titleOf(row)] = networks;
      const addresses = addressesOf(networks);
      checkRows(
        titleOf(row),
        addresses,
        reservations.filter(({ instanceId }) => instanceId === row.id),
      );
      return [titleOf(row), row.az, ...addresses, fate].filter((part) => part !== null).join(' ');
    });
    const gone = [...before].filter(([uuid, { deploymentId }]) => deploymentId === deployment?.id && !own.some((row) => row.uuid === uuid));
    const deleted = gone.map(([, { title }]) => `${title} gone`);
    const stray = reservations.filter(({ instanceId, orphanedVmId }) => instanceId === null && orphanedVmId === null);
    if (stray.length > 0) throw new Error(`nobody holds ${stray.map(rowLine).join(', ')}`);
    return { instances: [...told, ...deleted], rows, settings };
  }

  async #error(task: TaskRow): Promise<Told> {
    const events = (await this.h.output(task, 'event')).trim().split('\n');
    const { error } = JSON.parse(events.at(-1) ?? '{}') as { error?: { code: number; message: string } };
    if (error === undefined) throw new Error(`task ${task.id} is ${task.state} and says nothing`);
    return { error: error.code, says: [error.message] };
  }
}

/** What the CPI was told and what the table holds are one. */
function checkRows(title: string, told: readonly string[], rows: readonly ReservationRow[]): void {
  const held = rows.map(addressOf).sort();
  const known = told.filter((address) => address !== 'dynamic').sort();
  if (JSON.stringify(held) !== JSON.stringify(known)) throw new Error(`${title} was told ${known.join(' ')}, and holds ${held.join(' ')}`);
}

function addressesOf(networks: Record<string, JsonObject>): string[] {
  return Object.values(networks).map(({ type, ip, prefix }) => {
    if (type === 'dynamic') return 'dynamic';
    return prefix === '32' || prefix === '128' ? String(ip) : `${String(ip)}/${String(prefix)}`;
  });
}

function addressOf({ family, first, prefix }: ReservationRow): string {
  const address = IpAddress.fromBytes(family, first).toString();
  return prefix === (family === 4 ? 32 : 128) ? address : `${address}/${prefix}`;
}

function rowLine(row: ReservationRow): string {
  return `${addressOf(row)} ${row.network} ${row.kind}${row.nicGroup === null ? '' : ` nic ${row.nicGroup}`}${row.orphanedVmId === null ? '' : ' orphaned'}`;
}

function sorted(rows: readonly ReservationRow[]): ReservationRow[] {
  const key = ({ family, first }: ReservationRow): string => `${family}${Buffer.from(first).toString('hex')}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Which of two deploys at once was lucky is nobody's choice: the one that succeeded first, by its lowest address. */
const rank = ({ error, instances = [] }: Told): string => `${error === undefined ? 0 : 1}${instances.join()}`;

const titleOf = ({ group, index }: InstanceRow): string => `${group}/${index}`;
const order = ({ group, index }: InstanceRow): string => `${group}/${String(index).padStart(4, '0')}`;
