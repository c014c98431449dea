import type { OrphanDisk } from '@bosh6/director-api';
import { Controller, Delete, Get, Param } from '@nestjs/common';
import type { DeleteOrphanDisksPayload } from '../deploy/payloads.js';
import { AsJson, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { rubyTime } from './parse.js';
import { Services } from './services.js';

/** Disks that no instance has any more. */
@Controller(['disks', 'orphan_disks'])
export class DisksController {
  constructor(private readonly services: Services) {}

  @Get()
  @AsJson()
  async list(): Promise<OrphanDisk[]> {
    return (await this.services.store.read.orphanDisks.all()).map((row) => ({
      disk_cid: row.cid,
      size: row.size,
      az: row.az,
      deployment_name: row.deploymentName,
      instance_name: row.instanceName,
      cloud_properties: row.cloudProperties,
      orphaned_at: rubyTime(row.orphanedAt),
    }));
  }

  @Delete(':cid')
  @StartsTask()
  delete(@Param('cid') cid: string, @Origin() origin: TaskOrigin): Promise<number> {
    const payload: DeleteOrphanDisksPayload = { cids: [cid] };
    return this.services.tasks.enqueue({ type: 'delete_orphan_disks', description: 'delete orphan disks', ...origin, payload });
  }
}
