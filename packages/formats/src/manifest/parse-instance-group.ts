import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape, kindOf } from '../shape/check-shape.js';
import { compact } from '../shape/read-document.js';
import { integer, map, text, textMap, texts } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { GroupState, InstanceGroup, ManifestJob, PersistentDisk, UpdatePolicy } from './manifest.js';
import { parseJob } from './parse-job.js';
import { parseGroupUpdate, vmResourcesShape } from './parse-update.js';

export const states = ['started', 'stopped', 'detached', 'recreate', 'restart'] as const;
/** One entry of `instance_groups`; what is `unknown` in it has readers of its own. */
export const groupShape = z.object({
  name: text,
  lifecycle: text.optional(),
  // What is not capped here would be held in memory before anything else could refuse it.
  instances: integer.min(0).max(100_000),
  jobs: z.array(z.unknown()),
  stemcell: text,
  vm_type: text.optional(),
  vm_resources: vmResourcesShape.optional(),
  vm_extensions: texts.optional(),
  persistent_disk: integer.optional(),
  persistent_disk_type: text.optional(),
  persistent_disks: z.array(z.object({ name: text, type: text })).optional(),
  networks: z.array(z.unknown()).optional(),
  update: map.optional(),
  migrated_from: z.array(z.object({ name: text, az: text.optional() })).optional(),
  env: map.optional(),
  properties: map.optional(),
  tags: textMap.optional(),
  state: text.optional(),
  instance_states: z.record(z.string(), text).optional(),
});
type GroupShape = z.output<typeof groupShape>;

/** One entry of `instance_groups`. */
export function parseInstanceGroup(value: unknown, pointer: string, base: UpdatePolicy): InstanceGroup {
  const at = (key: string): { where: { pointer: string } } => ({ where: { pointer: childPointer(pointer, key) } });
  if (isJsonObject(value)) refuseRemoved(value, at);
  const shape = checkShape(groupShape, value, pointer);
  const label = `instance group '${shape.name}'`;
  const lifecycle = (['service', 'errand'] as const).find((known) => known === (shape.lifecycle ?? 'service'));
  if (lifecycle === undefined) {
    throw fail('InvalidLifecycle', `${label} has lifecycle '${shape.lifecycle}'; it must be 'service' or 'errand'`, at('lifecycle'));
  }
  if ((shape.vm_type === undefined) === (shape.vm_resources === undefined)) {
    throw fail('InvalidVmSize', `${label} needs exactly one of 'vm_type' and 'vm_resources'`, { where: { pointer } });
  }
  if (shape.networks === undefined)
    throw fail('MissingProperty', `${label} lacks 'networks'`, { ...at('networks'), hint: 'list at least one network' });
  if (shape.networks.length === 0) throw fail('MissingGroupNetwork', `${label} needs at least one network`, at('networks'));
  const azs = parseAzs((value as JsonObject).azs, label, childPointer(pointer, 'azs'));
  for (const [index, from] of (shape.migrated_from ?? []).entries()) {
    if (from.az !== undefined && !(azs ?? []).includes(from.az)) {
      throw fail('MigratedFromUnknownAz', `${label} migrates from AZ '${from.az}', which is not among its own`, {
        where: { pointer: `${pointer}/migrated_from/${index}/az` },
      });
    }
  }
  return compact({
    name: shape.name,
    lifecycle,
    instances: shape.instances,
    azs,
    jobs: parseJobs(shape.jobs, label, childPointer(pointer, 'jobs')),
    stemcell: shape.stemcell,
    vmType: shape.vm_type,
    vmResources: shape.vm_resources,
    vmExtensions: shape.vm_extensions ?? [],
    persistentDisk: parsePersistentDisk(shape, label, pointer),
    networks: shape.networks as Json[],
    networksPointer: childPointer(pointer, 'networks'),
    update: parseGroupUpdate(shape.update, childPointer(pointer, 'update'), base),
    migratedFrom: (shape.migrated_from ?? []).map((from, index) => compact({ ...from, pointer: `${pointer}/migrated_from/${index}` })),
    env: shape.env ?? {},
    properties: shape.properties ?? {},
    tags: shape.tags ?? {},
    state:
      shape.state === undefined
        ? undefined
        : stateOf(shape.state, () => fail('InvalidGroupState', `${label} has no state '${shape.state}'`, at('state'))),
    instanceStates: Object.fromEntries(
      Object.entries(shape.instance_states ?? {}).map(([id, state]) => [
        id,
        stateOf(state, () => fail('InvalidInstanceState', `${label} has no state '${state}' for instance '${id}'`, at('instance_states'))),
      ]),
    ),
    pointer,
  });
}

function stateOf(state: string, refuse: () => Error): GroupState {
  const known = states.find((name) => name === state);
  if (known === undefined) throw refuse();
  return known;
}

function refuseRemoved(value: JsonObject, at: (key: string) => { where: { pointer: string } }): void {
  for (const key of ['template', 'templates'])
    if (key in value) throw fail('TemplatesKeyRemoved', `'${key}' is no longer a key of an instance group`, at(key));
  if ('resource_pool' in value)
    throw fail('ResourcePoolKeyRemoved', "'resource_pool' is no longer a key of an instance group", at('resource_pool'));
  if ('persistent_disk_pool' in value)
    throw fail('DiskPoolsKeyRemoved', "'persistent_disk_pool' is no longer a key of an instance group", at('persistent_disk_pool'));
}

function parseAzs(value: unknown, label: string, pointer: string): string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw fail('InvalidType', `'azs' of ${label} must be a list, but is ${kindOf(value)}`, { where: { pointer } });
  if (value.length === 0) throw fail('EmptyAzs', `${label} has an empty list of AZs`, { where: { pointer } });
  return value.map((az: unknown, index) => {
    if (typeof az !== 'string')
      throw fail(
        'InvalidAz',
        `an AZ of ${label} must be a string, but is ${typeof az === 'object' ? kindOf(az) : `${kindOf(az)}, ${az}`}`,
        {
          where: { pointer: childPointer(pointer, index) },
        },
      );
    return az;
  });
}

function parseJobs(values: unknown[], label: string, pointer: string): ManifestJob[] {
  const jobs = values.map((job, index) => parseJob(job, childPointer(pointer, index)));
  for (const [index, job] of jobs.entries()) {
    if (jobs.findIndex((other) => other.name === job.name) !== index) {
      throw fail('JobNameTaken', `${label} has job '${job.name}' twice`, { where: { pointer: job.pointer } });
    }
  }
  return jobs;
}

function parsePersistentDisk(shape: GroupShape, label: string, group: string): PersistentDisk | undefined {
  const { persistent_disk: size, persistent_disk_type: type, persistent_disks: disks } = shape;
  const given = Object.entries({ persistent_disk: size, persistent_disk_type: type, persistent_disks: disks }).filter(
    ([, value]) => value !== undefined,
  );
  const key = given[0]?.[0];
  if (key === undefined) return undefined;
  const pointer = childPointer(group, key);
  const refuse = (what: string): Error => fail('InvalidPersistentDisk', `${label} ${what}`, { where: { pointer } });
  if (given.length > 1) throw refuse(`has ${given.map(([name]) => `'${name}'`).join(' and ')}; only one of them is possible`);
  if (size !== undefined) {
    if (size < 0) throw refuse(`has a persistent disk of ${size} MB`);
    return size === 0 ? undefined : { kind: 'size', size, pointer };
  }
  if (type !== undefined) return { kind: 'type', type, pointer };
  const names = (disks ?? []).map((disk) => disk.name);
  if (names.some((name, index) => name.trim() === '' || names.indexOf(name) !== index))
    throw refuse('has persistent disks without a name, or with the same');
  return { kind: 'named', disks: disks ?? [], pointer };
}
