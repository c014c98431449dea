import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { z } from 'zod';
import type { CallContext, Cpi, CpiInfo, CpiNetworks, DiskHint, Inventory } from '../cpi.js';
import { cpiError } from '../errors.js';
import type { DiskCid, SnapshotCid, StemcellCid, VmCid } from '../ids.js';
import { cpiNetworksSchema } from '../wire.js';
import { fail } from './errors.js';
import { readResponse } from './read-response.js';
import { runExecutable } from './run-executable.js';

export interface ExternalCpiOptions {
  /** Absolute path; called without arguments, one process a call. */
  executable: string;
  /** Of a cpi-config entry; they lie flat in each request's context. */
  properties?: JsonObject;
  /** The newest API version to speak; default 3. */
  preferredApiVersion?: number;
}

/** Older CPIs need a registry, which nobody runs any more. */
const OLDEST = 2;

const flag = z.boolean().optional();
const infoSchema = z.object({
  stemcell_formats: z.array(z.string()).default([]),
  api_version: z.number().int(),
  capabilities: z.looseObject({ idempotent_requests: flag, undo_create: flag, vm_diagnostics: flag, inventory: flag }).optional(),
});
const inventorySchema = z.object({
  vms: z.array(z.object({ cid: z.string().min(1), disks: z.array(z.string()) })),
  disks: z.array(z.string()),
});
const createdSchema = z.tuple([z.string().min(1)], z.json());
const hintSchema = z.union([z.string().min(1), z.record(z.string(), z.string()).refine((fields) => Object.keys(fields).length > 0)]);

/** Any CPI executable as a Cpi. Its API version is asked once; one below 2 is refused with `NotSupported`. Other errors are the executable's own. */
export function createExternalCpi({ executable, properties = {}, preferredApiVersion = 3 }: ExternalCpiOptions): Cpi {
  let known: Promise<CpiInfo> | undefined;
  const send = async (method: string, args: unknown[], { log, ...context }: CallContext, version?: number): Promise<Json> => {
    const called = { executable, method, requestId: context.requestId };
    const request = {
      method,
      arguments: args,
      context: {
        director_uuid: context.directorUuid,
        request_id: context.requestId,
        ...(context.vm === undefined ? {} : { vm: context.vm }),
        ...properties,
      },
      ...(version === undefined ? {} : { api_version: version }),
    };
    return readResponse(await runExecutable(executable, JSON.stringify(request), log), called, log);
  };
  const info = (context: CallContext): Promise<CpiInfo> => {
    known ??= send('info', [], context)
      .then(readInfo)
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    return known;
  };
  const version = async (context: CallContext): Promise<number> => Math.min((await info(context)).api_version, preferredApiVersion);
  const call = async (method: string, args: unknown[], context: CallContext): Promise<Json> =>
    send(method, args, context, await version(context));
  const done = async (method: string, args: unknown[], context: CallContext): Promise<void> => {
    await call(method, args, context);
  };
  const read = async <T>(schema: z.ZodType<T>, method: string, args: unknown[], context: CallContext): Promise<T> => {
    const result = schema.safeParse(await call(method, args, context));
    if (result.success) return result.data;
    throw fail(
      'InvalidResponse',
      `the CPI '${executable}' answered '${method}' with a result of another shape: ${result.error.issues[0]?.message}`,
    );
  };
  const id = <T extends string>(method: string, args: unknown[], context: CallContext): Promise<T> =>
    read(z.string().min(1), method, args, context) as Promise<T>;

  return {
    info,
    async createStemcell(image, cloudProperties, env, context) {
      const tagged = (await version(context)) >= 3 ? [{ tags: {}, ...env }] : [];
      return id<StemcellCid>('create_stemcell', [image, cloudProperties, ...tagged], context);
    },
    deleteStemcell: (cid, context) => done('delete_stemcell', [cid], context),
    async createVm({ agentId, stemcellCid, cloudProperties, networks, diskCids, env }, context) {
      const args = [agentId, stemcellCid, cloudProperties, networks, diskCids, env];
      const [cid, told] = await read(createdSchema, 'create_vm', args, context);
      return { cid: cid as VmCid, networks: networksOf(networks, told) };
    },
    deleteVm: (cid, context) => done('delete_vm', [cid], context),
    hasVm: (cid, context) => read(z.boolean(), 'has_vm', [cid], context),
    rebootVm: (cid, context) => done('reboot_vm', [cid], context),
    setVmMetadata: (cid, metadata, context) => done('set_vm_metadata', [cid, metadata], context),
    calculateVmCloudProperties: async (desired, context) =>
      (await read(z.record(z.string(), z.json()), 'calculate_vm_cloud_properties', [desired], context)) as JsonObject,
    createDisk: (size, cloudProperties, vm, context) => id<DiskCid>('create_disk', [size, cloudProperties, vm ?? null], context),
    deleteDisk: (cid, context) => done('delete_disk', [cid], context),
    hasDisk: (cid, context) => read(z.boolean(), 'has_disk', [cid], context),
    async attachDisk(vm, disk, context) {
      const hint = hintSchema.safeParse(await call('attach_disk', [vm, disk], context));
      if (hint.success) return hint.data as DiskHint;
      throw fail('AttachDiskResponse', `the CPI '${executable}' gave no hint by which the agent of VM '${vm}' finds disk '${disk}'`);
    },
    detachDisk: (vm, disk, context) => done('detach_disk', [vm, disk], context),
    getDisks: async (vm, context) => (await read(z.array(z.string()), 'get_disks', [vm], context)) as DiskCid[],
    resizeDisk: (cid, size, context) => done('resize_disk', [cid, size], context),
    async updateDisk(cid, size, cloudProperties, context) {
      const replaced = await read(z.string().min(1).nullable(), 'update_disk', [cid, size, cloudProperties], context);
      return (replaced ?? undefined) as DiskCid | undefined;
    },
    setDiskMetadata: (cid, metadata, context) => done('set_disk_metadata', [cid, metadata], context),
    snapshotDisk: (cid, metadata, context) => id<SnapshotCid>('snapshot_disk', [cid, metadata], context),
    deleteSnapshot: (cid, context) => done('delete_snapshot', [cid], context),
    undoCreate: (method, requestId, context) => done('undo_create', [method, requestId], context),
    vmDiagnostics: async (cid, context) => (await call('vm_diagnostics', [cid], context)) as never,
    inventory: async (context) => (await read(inventorySchema, 'inventory', [], context)) as Inventory,
  };
}

function readInfo(result: Json): CpiInfo {
  const parsed = infoSchema.safeParse(result);
  if (!parsed.success) throw cpiError('NotSupported', `the CPI must report its api_version by 'info'`, { cause: parsed.error });
  const { capabilities, ...info } = parsed.data;
  if (info.api_version < OLDEST)
    throw cpiError('NotSupported', `the CPI speaks API version ${info.api_version}; at least ${OLDEST} is needed`);
  return capabilities === undefined ? info : { ...info, capabilities: capabilities as NonNullable<CpiInfo['capabilities']> };
}

/** Many CPIs answer with an empty map, some with those keys of the networks that their library knows: what they do not tell is as it was asked for. */
function networksOf(asked: CpiNetworks, told: Json | undefined): CpiNetworks {
  const parsed = cpiNetworksSchema.safeParse(withoutNulls(told));
  const networks = parsed.success ? (parsed.data as CpiNetworks) : {};
  return { ...asked, ...Object.fromEntries(Object.entries(networks).map(([name, network]) => [name, { ...asked[name], ...network }])) };
}

/** Go's empty lists are null in JSON. */
function withoutNulls(networks: Json | undefined): Json | undefined {
  if (!isJsonObject(networks)) return networks;
  const present = (network: Json): Json =>
    isJsonObject(network) ? Object.fromEntries(Object.entries(network).filter(([, value]) => value !== null)) : network;
  return Object.fromEntries(Object.entries(networks).map(([name, network]) => [name, present(network)]));
}
