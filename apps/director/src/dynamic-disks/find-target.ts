import type { Scope } from '../engine/scope.js';
import * as director from '../errors.js';
import type { DeploymentRow, DynamicDiskRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';

/** Who is to have a dynamic disk. */
export interface Target {
  readonly deployment: DeploymentRow;
  readonly instance: InstanceRow;
  readonly vm: VmRow;
  /** `<group>/<uuid>`. */
  readonly name: string;
}

/** The instance with that UUID. Throws InstanceNotFound, and DynamicDiskRefused where it has no VM. */
export async function findTarget({ collaborators }: Scope, uuid: string): Promise<Target> {
  const { read } = collaborators.store;
  const instance = await read.instances.find({ uuid: uuid.toLowerCase() });
  const deployment = instance === undefined ? undefined : await read.deployments.find({ id: instance.deploymentId });
  if (instance === undefined || deployment === undefined)
    throw director.fail('InstanceNotFound', `there is no instance '${uuid}'`, { hint: 'give its UUID, as `bosh6 instances` shows it' });
  const name = `${instance.group}/${instance.uuid}`;
  const vm = await read.vms.find({ instanceId: instance.id, active: true });
  if (vm?.cid == null) throw fail('DynamicDiskRefused', `instance ${name} has no VM`, { hint: 'start it first' });
  return { deployment, instance, vm, name };
}

/** Throws DynamicDiskRefused where the disk cannot be that instance's. */
export function checkFits(disk: DynamicDiskRow, { deployment, instance, name }: Target): void {
  const refuse = (why: string, hint?: string): Error =>
    fail('DynamicDiskRefused', `dynamic disk '${disk.name}' cannot be attached to ${name}: ${why}`, hint === undefined ? {} : { hint });
  if (disk.instanceId !== null && disk.instanceId !== instance.id) throw refuse('another instance has it', 'detach it first');
  if (disk.deploymentId !== deployment.id) throw refuse(`it is not of deployment '${deployment.name}'`);
  if (disk.az !== null && instance.az !== null && disk.az !== instance.az)
    throw refuse(`it is in AZ '${disk.az}', the instance in AZ '${instance.az}'`);
}
