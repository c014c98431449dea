import type { OrphanDisk } from '@bosh6/director-api';
import { Controller, Delete, Get, Param } from '@nestjs/common';
import type { DeleteOrphanDisksPayload } from '../deploy/payloads.js';
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
      throw fail('NotAvailableYet', `to orphan the disk of an instance is not available yet`, {
        where: { document: 'request', pointer: '/orphan' },
      });
    if ((await this.services.store.read.disks.find({ cid })) !== undefined) throw fail('DiskInUse', `disk '${cid}' belongs to an instance`);
    const payload: DeleteOrphanDisksPayload = { cids: [cid] };
    return this.services.tasks.enqueue({ type: 'delete_orphan_disks', description: 'delete orphan disks', ...origin, payload });
  }
}
