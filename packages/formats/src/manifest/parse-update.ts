import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape } from '../shape/check-shape.js';
import { compact } from '../shape/read-document.js';
import { integer, text } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { Amount, UpdatePolicy, WatchTime } from './manifest.js';

const keys = {
  canaries: text,
  max_in_flight: text,
  canary_watch_time: text,
  update_watch_time: text,
};
const shared = {
  serial: z.boolean().optional(),
  vm_strategy: z.enum(['delete-create', 'create-swap-delete']).optional(),
  initial_deploy_az_update_strategy: z.enum(['serial', 'parallel']).optional(),
};
export const completeUpdateShape = z.object({ ...keys, ...shared });
export const partialUpdateShape = z.object(keys).partial().extend(shared);

/** `update` at the top: all four numbers are required. */
export function parseUpdate(value: unknown, pointer: string): UpdatePolicy {
  return policyOf(checkShape(completeUpdateShape, value, pointer), pointer, { initialDeployAzUpdateStrategy: 'serial', serial: true });
}

/** An instance group's `update`, single keys over the manifest's. */
export function parseGroupUpdate(value: JsonObject | undefined, pointer: string, base: UpdatePolicy): UpdatePolicy {
  return value === undefined ? base : policyOf(checkShape(partialUpdateShape, value, pointer), pointer, base);
}

function policyOf(shape: z.output<typeof partialUpdateShape>, pointer: string, base: Partial<UpdatePolicy>): UpdatePolicy {
  const of = <T>(key: keyof typeof keys, read: (value: string, pointer: string) => T): T | undefined =>
    shape[key] === undefined ? undefined : read(shape[key], childPointer(pointer, key));
  const own = compact({
    canaries: of('canaries', amount),
    maxInFlight: of('max_in_flight', amount),
    canaryWatchTime: of('canary_watch_time', watchTime),
    updateWatchTime: of('update_watch_time', watchTime),
    serial: shape.serial,
    vmStrategy: shape.vm_strategy,
    initialDeployAzUpdateStrategy: shape.initial_deploy_az_update_strategy,
  });
  return { ...base, ...own, pointer } as UpdatePolicy;
}

function amount(value: string, pointer: string): Amount {
  const match = /^\s*(\d+)\s*(%?)\s*$/.exec(value);
  if (match === null) throw fail('InvalidValue', `'${value}' must be a whole number or a percentage such as 10%`, { where: { pointer } });
  const number = Number(match[1]);
  return match[2] === '%' ? { percent: number } : { count: number };
}

function watchTime(value: string, pointer: string): WatchTime {
  const match = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(value);
  const min = Number(match?.[1]);
  const max = Number(match?.[2] ?? match?.[1]);
  if (match === null) throw fail('InvalidWatchTime', `'${value}' is not a watch time`, { where: { pointer } });
  if (min > max) throw fail('InvalidWatchTime', `watch time '${value}' ends before it begins`, { where: { pointer } });
  // A lone number is the longest to wait, and the first look comes then too.
  return { min, max };
}

/** MB, as vm_resources everywhere. */
export const vmResourcesShape = z
  .object({ cpu: integer.min(1), ram: integer.min(1), ephemeral_disk_size: integer.min(0) })
  .transform(({ cpu, ram, ephemeral_disk_size: ephemeralDiskSize }) => ({ cpu, ram, ephemeralDiskSize }));
