import type { OrphanDisk } from '@bosh6/director-api';
import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { findDeployment } from '../deployments/find-deployment.js';
import type { AttachDiskPayload, DeleteOrphanDisksPayload } from '../disks/payloads.js';
import { fail } from '../errors.js';
import { listOrphanDisks } from '../listings/orphan-disks.js';
import { AsJson, Needs, QueryText, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { Services } from './services.js';

/** Disks that no instance has any more. */
@Controller(['disks', 'orphan_disks'])
@Needs('admin')
export class DisksController {
  constructor(private readonly services: Services) {}

  @Get()
  @AsJson()
  list(): Promise<OrphanDisk[]> {
    return listOrphanDisks(this.services.store.read);
  }

  @Delete(':cid')
  @StartsTask()
  async delete(@Param('cid') cid: string, @QueryText('orphan') orphan: string | undefined, @Origin() origin: TaskOrigin): Promise<number> {
    if (orphan !== undefined && orphan !== 'false')
      return this.services.tasks.enqueue({ type: 'orphan_disk', description: 'orphan disk', ...origin, payload: { cid } });
    if ((await this.services.store.read.disks.find({ cid })) !== undefined) throw fail('DiskInUse', `disk '${cid}' belongs to an instance`);
    const payload: DeleteOrphanDisksPayload = { cids: [cid] };
    return this.services.tasks.enqueue({ type: 'delete_orphan_disks', description: 'delete orphan disks', ...origin, payload });
  }
}

/** Gives a disk to an instance, by its UUID or index. */
@Controller('disks/:cid/attachments')
@Needs('admin')
export class DiskAttachmentsController {
  constructor(private readonly services: Services) {}

  @Put()
  @StartsTask()
  async attach(
    @Param('cid') cid: string,
    @QueryText('deployment') deployment: string | undefined,
    @QueryText('job') group: string | undefined,
    @QueryText('instance_id') id: string | undefined,
    @QueryText('disk_properties') properties: string | undefined,
    @Origin() origin: TaskOrigin,
  ): Promise<number> {
    await findDeployment(this.services.store.read, deployment ?? '');
    if (group === undefined || id === undefined) throw fail('FieldMissing', 'a disk is given to an instance: job and instance_id name it');
    const payload: AttachDiskPayload = { deployment: deployment ?? '', group, id, cid, copy: properties === 'copy' };
    const description = `attach disk '${cid}' to '${group}/${id}'`;
    return this.services.tasks.enqueue({ type: 'attach_disk', description, deployment: payload.deployment, ...origin, payload });
  }
}
