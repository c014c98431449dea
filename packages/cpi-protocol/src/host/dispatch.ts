import type { Json, JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { type CallContext, type Cpi, createMethods } from '../cpi.js';
import { cpiError } from '../errors.js';
import type { AgentId, DiskCid, SnapshotCid, StemcellCid, VmCid } from '../ids.js';
import { cpiNetworksSchema } from '../wire.js';

interface Call {
  cpi: Cpi;
  context: CallContext;
  apiVersion: number;
}

interface Method {
  run(args: readonly Json[], call: Call): Promise<unknown>;
}

function method<const A extends z.ZodTuple>(args: A, run: (args: z.output<A>, call: Call) => Promise<unknown>): Method {
  return {
    run(given, call) {
      const parsed = args.safeParse(given);
      if (parsed.success) return run(parsed.data, call);
      const issue = parsed.error.issues[0];
      throw cpiError('InvalidCall', `argument ${issue?.path.join('.') || 'list'}: ${issue?.message}`, { cause: parsed.error });
    },
  };
}

const id = <T extends string>(): z.ZodType<T> => z.string().min(1) as unknown as z.ZodType<T>;
const hash = z
  .record(z.string(), z.json())
  .nullable()
  .transform((value) => (value ?? {}) as JsonObject);
const vm = id<VmCid>();
const disk = id<DiskCid>();
const ids = z.array(disk).nullable().optional();

/** The protocol's methods by wire name, each with the shapes of its arguments. */
export const methods: Record<string, Method> = {
  info: method(z.tuple([]), (_args, { cpi, context }) => cpi.info(context)),
  create_stemcell: method(z.tuple([z.string(), hash], z.json()), ([image, properties, env], { cpi, context }) =>
    cpi.createStemcell(image, properties, env as JsonObject | undefined, context),
  ),
  delete_stemcell: method(z.tuple([id<StemcellCid>()]), ([cid], { cpi, context }) => cpi.deleteStemcell(cid, context)),
  create_vm: method(
    z.tuple([id<AgentId>(), id<StemcellCid>(), hash, cpiNetworksSchema, ids, hash]),
    async ([agentId, stemcellCid, cloudProperties, networks, diskCids, env], { cpi, context, apiVersion }) => {
      const request = { agentId, stemcellCid, cloudProperties, networks: networks as never, diskCids: diskCids ?? [], env };
      const created = await cpi.createVm(request, context);
      return apiVersion >= 2 ? [created.cid, created.networks] : created.cid;
    },
  ),
  delete_vm: method(z.tuple([vm]), ([cid], { cpi, context }) => cpi.deleteVm(cid, context)),
  has_vm: method(z.tuple([vm]), ([cid], { cpi, context }) => cpi.hasVm(cid, context)),
  reboot_vm: method(z.tuple([vm]), ([cid], { cpi, context }) => cpi.rebootVm(cid, context)),
  set_vm_metadata: method(z.tuple([vm, hash]), ([cid, metadata], { cpi, context }) => cpi.setVmMetadata(cid, metadata, context)),
  calculate_vm_cloud_properties: method(
    z.tuple([z.object({ cpu: z.number(), ram: z.number(), ephemeral_disk_size: z.number() })]),
    ([desired], { cpi, context }) => cpi.calculateVmCloudProperties(desired, context),
  ),
  create_disk: method(z.tuple([z.number().int(), hash], z.json()), ([size, properties, near], { cpi, context }) =>
    cpi.createDisk(size, properties, typeof near === 'string' ? (near as VmCid) : undefined, context),
  ),
  delete_disk: method(z.tuple([disk]), ([cid], { cpi, context }) => cpi.deleteDisk(cid, context)),
  has_disk: method(z.tuple([disk]), ([cid], { cpi, context }) => cpi.hasDisk(cid, context)),
  attach_disk: method(z.tuple([vm, disk]), async ([vmCid, diskCid], { cpi, context, apiVersion }) => {
    const hint = await cpi.attachDisk(vmCid, diskCid, context);
    return apiVersion >= 2 ? hint : null;
  }),
  detach_disk: method(z.tuple([vm, disk]), ([vmCid, diskCid], { cpi, context }) => cpi.detachDisk(vmCid, diskCid, context)),
  get_disks: method(z.tuple([vm]), ([cid], { cpi, context }) => cpi.getDisks(cid, context)),
  resize_disk: method(z.tuple([disk, z.number().int()]), ([cid, size], { cpi, context }) => cpi.resizeDisk(cid, size, context)),
  update_disk: method(z.tuple([disk, z.number().int(), hash]), async ([cid, size, properties], { cpi, context }) => {
    if (cpi.updateDisk === undefined) throw cpiError('NotImplemented', 'update_disk is not implemented');
    return cpi.updateDisk(cid, size, properties, context);
  }),
  set_disk_metadata: method(z.tuple([disk, hash]), ([cid, metadata], { cpi, context }) => cpi.setDiskMetadata(cid, metadata, context)),
  snapshot_disk: method(z.tuple([disk], z.json()), ([cid, metadata], { cpi, context }) =>
    cpi.snapshotDisk(cid, (metadata ?? {}) as JsonObject, context),
  ),
  delete_snapshot: method(z.tuple([id<SnapshotCid>()]), ([cid], { cpi, context }) => cpi.deleteSnapshot(cid, context)),
  undo_create: method(z.tuple([z.enum(createMethods), z.string().min(1)]), async ([made, requestId], { cpi, context }) => {
    if (cpi.undoCreate === undefined) throw cpiError('NotImplemented', 'undo_create is not implemented');
    return cpi.undoCreate(made, requestId, context);
  }),
  vm_diagnostics: method(z.tuple([vm]), async ([cid], { cpi, context }) => {
    if (cpi.vmDiagnostics === undefined) throw cpiError('NotImplemented', 'vm_diagnostics is not implemented');
    return cpi.vmDiagnostics(cid, context);
  }),
  inventory: method(z.tuple([]), async (_args, { cpi, context }) => {
    if (cpi.inventory === undefined) throw cpiError('NotImplemented', 'inventory is not implemented');
    return cpi.inventory(context);
  }),
  ping: method(z.tuple([]), async () => 'pong'),
};
