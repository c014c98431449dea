import { findDeployment } from '../deployments/find-deployment.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import type { VmRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { fail } from './errors.js';
import { makeDynamicDisk } from './make-dynamic-disk.js';
import { type CreateDynamicDiskPayload, createDynamicDiskPayload } from './payloads.js';
import { tellMetadata } from './tell-metadata.js';
import { withDisk } from './with-vm.js';

/** `POST /dynamic_disks`: a disk near a VM that the deployment has in the AZ; the result line has its CID. A name that is taken is refused. */
export function createDynamicDisk(tools: DeployTools): TaskHandler {
  return {
    type: 'create_dynamic_disk',
    queue: 'urgent',
    run: async (context, payload) => {
      const asked = parsePayload(createDynamicDiskPayload, payload);
      const scope = new Scope(tools, context);
      const cid = await withDisk(scope, asked.name, () => create(scope, asked));
      context.result(JSON.stringify({ disk_cid: cid }));
      return `created dynamic disk '${asked.name}' in deployment '${asked.deployment}' in AZ '${asked.az}'`;
    },
  };
}

async function create(scope: Scope, { name, deployment: of, az, metadata, ...rest }: CreateDynamicDiskPayload): Promise<string> {
  const { read } = scope.collaborators.store;
  if ((await read.dynamicDisks.find({ name })) !== undefined) throw fail('DynamicDiskTaken', `there is a dynamic disk '${name}' already`);
  const deployment = await findDeployment(read, of);
  const vm = await vmIn(scope, deployment.id, az);
  if (vm === undefined)
    throw fail('DynamicDiskRefused', `deployment '${of}' has no VM in AZ '${az}' that tells where the disk is to be`, {
      hint: 'name an AZ in which it has one',
    });
  const disk = await makeDynamicDisk(scope, deployment, vm, { name, az, ...rest });
  await tellMetadata(scope, disk, of, metadata);
  return disk.cid;
}

async function vmIn({ collaborators }: Scope, deploymentId: number, az: string): Promise<VmRow | undefined> {
  const { read } = collaborators.store;
  const ids = (await read.instances.all({ deploymentId, az })).map(({ id }) => id);
  return (await read.vms.allIn('instanceId', ids)).find(({ active, cid }) => active && cid !== null);
}
