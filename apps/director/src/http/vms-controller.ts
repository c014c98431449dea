import { Controller, Delete, Param } from '@nestjs/common';
import type { DeleteVmPayload } from '../deployments/payloads.js';
import { Needs, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { Services } from './services.js';

@Controller('vms')
@Needs('admin')
export class VmsController {
  constructor(private readonly services: Services) {}

  @Delete(':cid')
  @StartsTask()
  delete(@Param('cid') cid: string, @Origin() origin: TaskOrigin): Promise<number> {
    const payload: DeleteVmPayload = { cid };
    return this.services.tasks.enqueue({ type: 'delete_vm', description: `delete vm ${cid}`, ...origin, payload });
  }
}
