import type { Json, JsonObject } from '@bosh6/base';
import type { ForwardStatus } from '@bosh6/lab';
import { z } from 'zod';
import type { Disks } from './disks.js';
import type { Services } from './services.js';
import type { Stemcells } from './stemcells.js';
import type { Vms } from './vms.js';

export interface LabParts {
  vms: Vms;
  disks: Disks;
  stemcells: Stemcells;
  services: Services;
  status(): Json;
  forward(port: number, to: ForwardStatus['to']): Promise<ForwardStatus>;
  setNames(names: Record<string, string[]>): void;
  stop(purge: boolean): Promise<void>;
}

interface Method<P = unknown> {
  params: z.ZodType<P>;
  /** A repeated request id is answered with the first result. */
  once?: boolean;
  run(params: P, lab: LabParts): Promise<Json> | Json;
}

const object = z.record(z.string(), z.json()).transform((value) => value as JsonObject);
const cid = z.object({ cid: z.string() });
const cidAndMetadata = z.object({ cid: z.string(), metadata: object });
const vmAndDisk = z.object({ vm: z.string(), disk: z.string() });
const port = z.number().int().max(65535);
const address = z.object({ address: z.string().regex(/^\S+$/), port: port.min(1) });
const done = async (work: Promise<unknown>): Promise<null> => {
  await work;
  return null;
};
const method = <P>(given: Method<P>): Method => given as unknown as Method;

/** What the lab's socket understands, by wire name. */
export const methods: Record<string, Method> = {
  status: method({ params: z.object({}), run: (_params, lab) => lab.status() }),
  create_stemcell: method({
    params: z.object({ imagePath: z.string(), cloudProperties: object }),
    once: true,
    run: ({ imagePath }, { stemcells }) => stemcells.create(imagePath),
  }),
  delete_stemcell: method({ params: cid, run: (params, { stemcells }) => done(stemcells.delete(params.cid)) }),
  create_vm: method({
    params: z.object({
      stemcell: z.string(),
      networks: z.record(z.string(), object),
      settings: object,
      cloudProperties: object,
      hostname: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/)
        .optional(),
    }),
    once: true,
    run: async ({ hostname, ...params }, { vms }) =>
      (await vms.create({ ...params, ...(hostname === undefined ? {} : { hostname }) })) as unknown as Json,
  }),
  delete_vm: method({ params: cid, once: true, run: (params, { vms }) => done(vms.delete(params.cid)) }),
  has_vm: method({ params: cid, run: (params, { vms }) => vms.has(params.cid) }),
  reboot_vm: method({ params: cid, once: true, run: (params, { vms }) => done(vms.reboot(params.cid)) }),
  set_vm_metadata: method({ params: cidAndMetadata, run: ({ cid: vm, metadata }, { vms }) => done(vms.setMetadata(vm, metadata)) }),
  diagnose_vm: method({ params: cid, run: async (params, { vms }) => (await vms.diagnose(params.cid)) as unknown as Json }),
  create_disk: method({
    params: z.object({ sizeMib: z.number().int().positive(), cloudProperties: object }),
    once: true,
    run: ({ sizeMib, cloudProperties }, { disks }) => disks.create(sizeMib, cloudProperties),
  }),
  delete_disk: method({ params: cid, once: true, run: (params, { disks }) => done(disks.delete(params.cid)) }),
  has_disk: method({ params: cid, run: (params, { disks }) => disks.has(params.cid) }),
  attach_disk: method({ params: vmAndDisk, run: ({ vm, disk }, { disks }) => disks.attach(vm, disk) }),
  detach_disk: method({ params: vmAndDisk, once: true, run: ({ vm, disk }, { disks }) => done(disks.detach(vm, disk)) }),
  get_disks: method({ params: z.object({ vm: z.string() }), run: ({ vm }, { vms }) => vms.get(vm).disks }),
  resize_disk: method({
    params: z.object({ cid: z.string(), sizeMib: z.number().int().positive() }),
    run: ({ cid: disk, sizeMib }, { disks }) => done(disks.resize(disk, sizeMib)),
  }),
  set_disk_metadata: method({
    params: cidAndMetadata,
    run: ({ cid: disk, metadata }, { disks }) => done(disks.setMetadata(disk, metadata)),
  }),
  snapshot_disk: method({
    params: cidAndMetadata,
    once: true,
    run: ({ cid: disk, metadata }, { disks }) => disks.snapshot(disk, metadata),
  }),
  delete_snapshot: method({ params: cid, once: true, run: (params, { disks }) => done(disks.deleteSnapshot(params.cid)) }),
  forward: method({
    params: z.object({ port: port.min(0), to: address }),
    run: async ({ port, to }, lab) => (await lab.forward(port, to)) as unknown as Json,
  }),
  set_names: method({
    params: z.object({ names: z.record(z.string(), z.array(z.string())) }),
    run: ({ names }, lab) => {
      lab.setNames(names);
      return null;
    },
  }),
  start_service: method({
    params: z.object({
      name: z.string(),
      where: z.string(),
      argv: z.array(z.string()).min(1),
      env: z.record(z.string(), z.string()).default({}),
      cwd: z.string().default('/'),
      logFile: z.string(),
    }),
    run: async (request, { services }) => (await services.start(request)) as unknown as Json,
  }),
  stop_service: method({
    params: z.object({ name: z.string(), graceMs: z.number().optional() }),
    run: ({ name, graceMs }, { services }) => done(services.stop(name, graceMs)),
  }),
  stop: method({ params: z.object({ purge: z.boolean().default(false) }), run: ({ purge }, lab) => done(lab.stop(purge)) }),
};
