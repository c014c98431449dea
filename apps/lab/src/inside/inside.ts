import { readlink, rm } from 'node:fs/promises';
import type { Json, JsonObject } from '@bosh6/base';
import {
  type ForwardStatus,
  fromWireError,
  jsonLines,
  type LabConfig,
  labSocketPath,
  sweepDisks,
  toWireError,
  type WireError,
} from '@bosh6/lab';
import { fail } from '../errors.js';
import { Disks } from './disks.js';
import { startHop } from './hop.js';
import type { LabParts } from './methods.js';
import { Networks } from './networks.js';
import { Places } from './places.js';
import { Requests } from './requests.js';
import { startServer } from './server.js';
import { Services } from './services.js';
import { StateStore } from './state.js';
import { Stemcells } from './stemcells.js';
import { Vms } from './vms.js';

/** What the process on the host sends first. */
interface Orders {
  token: string;
  config: LabConfig;
}

/**
 * The lab's daemon, in the lab's namespaces. stdin brings its orders and answers of the process on the host, and its end means the lab's end;
 * stdout takes messages to that process.
 */
export async function runInside(stateDir: string): Promise<void> {
  const tell = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);
  process.stdout.on('error', () => process.exit(1));
  const forwards = new ForwardRequests(tell);
  let stop: ((purge: boolean) => Promise<void>) | undefined;
  let gone = false;
  const orders = await new Promise<Orders>((resolve) => {
    process.stdin.setEncoding('utf8');
    process.stdin.on(
      'data',
      jsonLines(
        (message) => {
          if (message.type === 'forwarded') forwards.answer(message);
          else resolve(message as unknown as Orders);
        },
        () => undefined,
      ),
    );
    process.stdin.on('close', () => {
      gone = true;
      if (stop === undefined) process.exit(0);
      void stop(false).finally(() => process.exit(0));
    });
  });
  try {
    const lab = await startLabInside(stateDir, orders, forwards, tell);
    stop = lab;
    if (gone) await stop(false);
    tell({ type: 'ready' });
  } catch (error) {
    tell({ type: 'failed', error: toWireError(error) });
    process.exit(1);
  }
}

async function startLabInside(
  stateDir: string,
  { token, config }: Orders,
  forwards: ForwardRequests,
  tell: (message: object) => void,
): Promise<(purge: boolean) => Promise<void>> {
  await sweepDisks(stateDir);
  await rm(`${stateDir}/vms`, { recursive: true, force: true });
  for (const name of ['lab.sock', 'hop.sock']) await rm(`${stateDir}/${name}`, { force: true });
  const store = new StateStore(stateDir);
  const networks = new Networks(store);
  const places = new Places(store, networks, config);
  const stemcells = new Stemcells(store);
  const vms = new Vms(store, networks, stemcells, config.agent);
  const disks = new Disks(store, vms);
  const services = new Services(places);
  const startedAt = new Date().toISOString();
  await Promise.all([networks.prepare(), vms.prepare()]);
  const internet = await places.start([process.execPath, process.argv[1] ?? '', 'internet']);
  const toInternet = (message: object): void => void internet.child.stdin?.write(`${JSON.stringify(message)}\n`);
  const internetReady = new Promise<void>((resolve, reject) => {
    internet.onLine((line) => (line === 'ready' ? resolve() : undefined));
    void internet.ended.then(() =>
      reject(fail('LabStartFailed', 'the stand-in for the internet ended before it was ready; lab.log says why')),
    );
  });
  toInternet(config.internet);
  await startHop(store.path('hop.sock'));
  await internetReady;
  const forwarded: ForwardStatus[] = [];
  const forward = async (port: number, to: ForwardStatus['to']): Promise<ForwardStatus> => {
    const known = forwarded.find(
      (other) => other.to.address === to.address && other.to.port === to.port && (port === 0 || other.port === port),
    );
    if (known !== undefined) return known;
    const status = await forwards.ask(port, to);
    forwarded.push(status);
    return status;
  };
  for (const { port, to } of config.forward) await forward(port, to);
  let stopping: Promise<void> | undefined;
  const end = async (purge: boolean): Promise<void> => {
    await services.stopAll();
    await vms.deleteAll();
    await rm(store.path('vms'), { recursive: true, force: true });
    for (const name of ['vm-init.sh', 'vm-mount.sh', 'vm-base']) await rm(store.path(name), { recursive: true, force: true });
    for (const name of ['director', 'workstation', 'internet'])
      for (const file of ['resolv.conf', 'hosts', 'nsswitch.conf']) await rm(store.path(`${name}.${file}`), { force: true });
    if (purge)
      for (const name of ['disks', 'snapshots', 'stemcells', 'state.json']) await rm(store.path(name), { recursive: true, force: true });
  };
  const stop = (purge: boolean): Promise<void> => {
    stopping ??= end(purge);
    return stopping;
  };
  // /proc is the host's here, so it knows this process by its id there.
  const pid = Number(await readlink('/proc/self'));
  const parts: LabParts = {
    vms,
    disks,
    stemcells,
    services,
    forward,
    setNames: (names) => toInternet({ names }),
    status: () =>
      ({
        name: config.name,
        stateDir,
        socket: labSocketPath(stateDir),
        pid,
        startedAt,
        places: [{ name: 'router', pid, addresses: networks.status().flatMap(({ gateways }) => gateways), env: {} }, ...places.status()],
        networks: networks.status(),
        vms: vms.status(),
        disks: disks.status(),
        stemcells: Object.keys(store.state.stemcells),
        services: services.status(),
        forwards: forwarded,
      }) as unknown as Json,
    stop: async (purge) => {
      await stop(purge);
      tell({ type: 'bye', purge });
      // After the reply has left.
      setTimeout(() => process.exit(0), 20);
    },
  };
  await startServer(labSocketPath(stateDir), token, parts, new Requests(store));
  return stop;
}

/** Questions to the process on the host, which alone can listen there. */
class ForwardRequests {
  readonly #tell: (message: object) => void;
  readonly #waiting = new Map<number, { resolve(status: ForwardStatus): void; reject(error: unknown): void }>();
  #next = 1;

  constructor(tell: (message: object) => void) {
    this.#tell = tell;
  }

  ask(port: number, to: ForwardStatus['to']): Promise<ForwardStatus> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#tell({ type: 'forward', id, port, to });
    });
  }

  answer(message: JsonObject): void {
    const waiting = this.#waiting.get(Number(message.id));
    this.#waiting.delete(Number(message.id));
    if (message.error !== undefined) waiting?.reject(fromWireError(message.error as unknown as WireError));
    else waiting?.resolve(message.result as unknown as ForwardStatus);
  }
}
