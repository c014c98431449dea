import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json, JsonObject } from '@bosh6/base';
import type { LabClient } from './client.js';
import { Connection } from './connection.js';
import { enterArgv, runIn } from './enter.js';
import { fail } from './errors.js';
import { readLabFile } from './lab-file.js';
import type { CallOptions, Diagnostics, ForwardStatus, LabStatus, StartedService } from './types.js';
import { waitFor } from './wait-for.js';

/** A client of the lab behind a socket; connects at the first call. */
export function labClient(socket: string, token?: string): LabClient {
  const stateDir = path.dirname(socket);
  const connection = new Connection(socket, async () => token ?? (await tokenOf(stateDir)));
  const call = async (method: string, params: object = {}, options: CallOptions = {}): Promise<Json> =>
    connection.call(method, params as JsonObject, options.requestId);
  const enter: LabClient['enterArgv'] = async (where, options) => enterArgv((await call('status')) as unknown as LabStatus, where, options);
  return {
    socket,
    status: async () => (await call('status')) as unknown as LabStatus,
    createStemcell: async (params, options) => (await call('create_stemcell', params, options)) as string,
    deleteStemcell: async (cid) => void (await call('delete_stemcell', { cid })),
    createVm: async (params, options) =>
      (await call('create_vm', params, options)) as { cid: string; networks: Record<string, JsonObject> },
    deleteVm: async (cid, options) => void (await call('delete_vm', { cid }, options)),
    hasVm: async (cid) => (await call('has_vm', { cid })) as boolean,
    rebootVm: async (cid, options) => void (await call('reboot_vm', { cid }, options)),
    setVmMetadata: async (cid, metadata) => void (await call('set_vm_metadata', { cid, metadata })),
    diagnoseVm: async (cid) => (await call('diagnose_vm', { cid })) as unknown as Diagnostics,
    createDisk: async (params, options) => (await call('create_disk', params, options)) as string,
    deleteDisk: async (cid, options) => void (await call('delete_disk', { cid }, options)),
    hasDisk: async (cid) => (await call('has_disk', { cid })) as boolean,
    attachDisk: async (vm, disk) => (await call('attach_disk', { vm, disk })) as { path: string },
    detachDisk: async (vm, disk, options) => void (await call('detach_disk', { vm, disk }, options)),
    getDisks: async (vm) => (await call('get_disks', { vm })) as string[],
    resizeDisk: async (cid, sizeMib) => void (await call('resize_disk', { cid, sizeMib })),
    setDiskMetadata: async (cid, metadata) => void (await call('set_disk_metadata', { cid, metadata })),
    snapshotDisk: async (cid, metadata, options) => (await call('snapshot_disk', { cid, metadata }, options)) as string,
    deleteSnapshot: async (cid, options) => void (await call('delete_snapshot', { cid }, options)),
    forward: async (params) => (await call('forward', params)) as unknown as ForwardStatus,
    setNames: async (names) => void (await call('set_names', { names })),
    startService: async (request) => (await call('start_service', request)) as unknown as StartedService,
    stopService: async (name, options) => void (await call('stop_service', { name, ...options })),
    enterArgv: enter,
    exec: async (where, argv, options = {}) => runIn(await enter(where, options), argv, options),
    stop: async (options = {}) => {
      await call('stop', { purge: options.purge ?? false });
      connection.close();
      const gone = await waitFor(20_000, async () => ((await readLabFile(stateDir)) === undefined ? true : undefined));
      if (gone === undefined) throw fail('LabCallFailed', `the lab of ${stateDir} was told to stop and did not end`);
    },
    close: () => connection.close(),
  };
}

async function tokenOf(stateDir: string): Promise<string> {
  const file = await readLabFile(stateDir);
  if (file === undefined) throw fail('LabNotRunning', `no lab runs in ${stateDir}`);
  return file.token;
}

/** The last lines of the daemon's log, for an error's message. */
export async function logTail(stateDir: string, lines: number): Promise<string> {
  const text = await readFile(path.join(stateDir, 'lab.log'), 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
